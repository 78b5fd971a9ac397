package org.archipelago.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.Curve;
import org.archipelago.charts.RunCharts;
import org.archipelago.charts.Theme;
import org.archipelago.core.Experiment;
import org.archipelago.core.Run;
import org.archipelago.results.CohortRule;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.FinalFigures;
import org.archipelago.results.RunSeries;

/**
 * A run as one HTML file that needs nothing else: no script, no font, no picture from anywhere. What
 * {@link CohortRule} keeps on the analyst's screen is not in it, and it says so. The same run gives the
 * same bytes on every machine.
 */
public final class HtmlReport {

  private static final int CHART_WIDTH = 500;
  private static final int CHART_HEIGHT = 300;

  private final Run run;
  private final ReportTexts texts;
  private final Function<ChartSpec, String> drawing;

  /** @param drawing turns a chart into an SVG element */
  HtmlReport(Run run, ReportTexts texts, Function<ChartSpec, String> drawing) {
    this.run = CohortRule.forExport(run);
    this.texts = texts;
    this.drawing = drawing;
  }

  /**
   * Writes the report.
   *
   * @param run at any state, also before its first round
   * @param texts what the run's privacy strategy says of itself
   */
  public static void write(Run run, ReportTexts texts, Appendable out) throws IOException {
    out.append(
        new HtmlReport(
                run, texts, spec -> ChartRenderer.svg(spec, CHART_WIDTH, CHART_HEIGHT, Theme.LIGHT))
            .html());
  }

  /** Writes the report in UTF-8 and leaves the stream open. */
  public static void write(Run run, ReportTexts texts, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    write(run, texts, writer);
    writer.flush();
  }

  String html() {
    Experiment experiment = run.header().experiment();
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\"")
        .raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", "", experiment.name() + " – Archipelago report")
        .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    html.element("header", "", header -> {
      header.element("p", "kicker", "Archipelago · report of a federated run");
      header.element("h1", "", experiment.name());
      if (!experiment.description().isBlank()) {
        header.element("p", "lead", experiment.description().strip());
      }
      List<String> verdict = new Verdict(run).sentences();
      header.element("div", "verdict", box -> verdict.forEach(box::paragraph));
    });
    html.section("Figures", this::figures);
    html.section("Round by round", this::charts);
    FederatingGain.of(run)
        .ifPresent(gain -> html.section(
            "What federating gains", section -> BaselinesSection.write(run, gain, section)));
    html.section("Privacy", section -> PrivacySection.write(run, texts, section));
    html.section("Data", section -> DataSection.write(run.header().dataset(), section));
    if (!run.header().privateCohort() && !run.rounds().isEmpty()) {
      html.section("Clients", section -> ClientsSection.write(run, section));
    }
    html.section("Experiment", section -> ExperimentSection.write(experiment, section));
    html.section("Limits", section -> section.list(Limits.of(run)));
    html.section("Provenance", section -> ProvenanceSection.write(run, section));
    html.section("The experiment's file, as run", section -> section.element("pre", "", run.header().text()));
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private void figures(Html html) {
    html.table(
        "figures",
        List.of(),
        FinalFigures.of(run).rows().stream()
            .map(row -> List.of(row.label(), (row.value() + " " + row.unit()).strip(), row.note()))
            .toList());
  }

  private void charts(Html html) {
    html.element("div", "charts", grid ->
        RunCharts.all(RunSeries.of(run)).forEach(spec ->
            grid.element("figure", "", figure -> chart(spec, figure))));
  }

  private void chart(ChartSpec spec, Html html) {
    try {
      html.raw(drawing.apply(spec));
    } catch (ChartUnavailableException e) {
      html.element("h3", "", spec.title()).element("p", "note", e.getMessage());
      html.paragraph(spec.description());
      spec.curves().stream()
          .filter(curve -> !curve.series().isEmpty())
          .forEach(curve -> points(spec, curve, html));
    }
  }

  /** Some of a curve's points as a table, evenly spaced, the last among them. */
  private static void points(ChartSpec spec, Curve curve, Html html) {
    int last = curve.series().size() - 1;
    int step = Math.max(1, (last + 9) / 10);
    List<List<String>> rows =
        IntStream.rangeClosed(0, last)
            .filter(i -> (last - i) % step == 0)
            .mapToObj(i -> List.of(
                "%.0f".formatted(curve.series().x(i)), spec.y().ticks().apply(curve.series().y(i))))
            .toList();
    html.table("numbers", List.of(spec.xLabel(), curve.name() + ": " + spec.y().text()), rows);
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css is missing from the program", e);
    }
  }
}
