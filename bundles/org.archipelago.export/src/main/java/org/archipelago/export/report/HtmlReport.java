package org.archipelago.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.Curve;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;

/**
 * A report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. The
 * same run and the same options give the same bytes on every machine.
 */
public final class HtmlReport {

  private final ReportDocument document;
  private final ReportPictures pictures;
  private final Html html = new Html();

  HtmlReport(ReportDocument document, ReportPictures pictures) {
    this.document = document;
    this.pictures = pictures;
  }

  /** A document as the text of an HTML file. */
  public static String of(ReportDocument document) {
    return new HtmlReport(document, ReportPictures.SVG).html();
  }

  /** Writes the report of a run in UTF-8 and leaves the stream open. */
  public static void write(Run run, ReportSources sources, ReportOptions options, OutputStream out)
      throws IOException {
    out.write(of(ReportDocument.of(run, sources, options)).getBytes(StandardCharsets.UTF_8));
  }

  String html() {
    Language language = document.language();
    String title = Texts.beside(HtmlReport.class, language).text("html.title", document.title());
    html.raw("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\"")
        .raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", "", title)
        .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    html.element("header", "", header -> document.head().forEach(this::block));
    document.sections().forEach(section -> html.element("section", "", part -> {
      part.raw("\n").element("h2", "", section.title());
      section.blocks().forEach(this::block);
    }));
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Text text) {
      text(text);
    } else if (block instanceof Block.Verdict verdict) {
      html.element(
          "div", "verdict",
          box -> verdict.sentences().forEach(sentence -> box.element("p", "", sentence)));
    } else if (block instanceof Block.Bullets bullets) {
      html.element(
          "ul", "", list -> bullets.sentences().forEach(sentence -> list.element("li", "", sentence)));
    } else if (block instanceof Block.Table table) {
      html.table(classes(table.style()), table.head(), table.rows());
    } else if (block instanceof Block.Heat heat) {
      heat(heat);
    } else if (block instanceof Block.Charts charts) {
      html.element("div", "charts", grid -> charts.charts().forEach(chart ->
          grid.element("figure", "", figure -> chart(chart))));
    } else if (block instanceof Block.HeatMap heatMap) {
      html.element("figure", "wide", figure ->
          drawn(() -> pictures.heatMap(heatMap.picture()), () -> cells(heatMap.picture())));
    } else if (block instanceof Block.Partition partition) {
      html.element("figure", "wide", figure ->
          drawn(
              () -> pictures.partition(partition.picture()),
              () -> html.element("p", "", partition.picture().description())));
    }
  }

  private void text(Block.Text text) {
    switch (text.style()) {
      case PARAGRAPH -> html.element("p", "", text.text());
      case KICKER, LEAD, BYLINE, NOTE, QUIET, STAMP ->
          html.element("p", text.style().name().toLowerCase(Locale.ROOT), text.text());
      case TITLE -> html.element("h1", "", text.text());
      case HEADING -> html.element("h3", "", text.text());
      case CODE -> html.element("pre", "", text.text());
    }
  }

  private static String classes(Block.TableStyle style) {
    return switch (style) {
      case PAIRS -> "pairs";
      case FIGURES -> "figures";
      case NUMBERS -> "numbers";
      case PLAIN_NUMBERS -> "numbers plain";
      case METHODS -> "experiment";
    };
  }

  private void heat(Block.Heat heat) {
    html.element("table", "heat", table -> {
      table.head(heat.head()).raw("<tbody>\n");
      heat.rows().forEach(row -> heatRow(row, heat));
      table.raw("</tbody>");
    });
  }

  private void heatRow(Block.HeatRow row, Block.Heat heat) {
    html.raw("<tr><th scope=\"row\">").text(row.name()).raw("</th>");
    if (row.counts().isEmpty()) {
      html.raw("<td colspan=\"" + (heat.head().size() - 2) + "\">").text(row.unknown()).raw("</td>");
    }
    row.counts().forEach(count ->
        html.raw(shaded(count, heat)).text(String.format(Locale.ROOT, "%,d", count)).raw("</td>"));
    html.raw("<td class=\"all\">").text(String.format(Locale.ROOT, "%,d", row.sum())).raw("</td></tr>\n");
  }

  private static String shaded(long count, Block.Heat heat) {
    return count == 0
        ? "<td class=\"zero\">"
        : String.format(
            Locale.ROOT, "<td style=\"background:rgba(0,114,178,%.2f)\">", 0.05 + 0.4 * heat.share(count));
  }

  private void chart(ChartSpec spec) {
    drawn(
        () -> pictures.chart(spec),
        () -> {
          html.element("h3", "", spec.title()).element("p", "", spec.description());
          spec.curves().stream()
              .filter(curve -> !curve.series().isEmpty())
              .forEach(curve -> points(spec, curve));
        });
  }

  /** The picture, or where this machine can't draw the reason and what stands in its place. */
  private void drawn(Supplier<String> picture, Runnable inWords) {
    try {
      html.raw(picture.get());
    } catch (ChartUnavailableException e) {
      html.element("p", "note", e.getMessage());
      inWords.run();
    }
  }

  /** Some of a curve's points as a table, evenly spaced, the last among them. */
  private void points(ChartSpec spec, Curve curve) {
    int last = curve.series().size() - 1;
    int step = Math.max(1, (last + 9) / 10);
    List<List<String>> rows =
        IntStream.rangeClosed(0, last)
            .filter(i -> (last - i) % step == 0)
            .mapToObj(i -> List.of(
                spec.positions().text(curve.series().x(i)), spec.y().ticks().apply(curve.series().y(i))))
            .toList();
    html.table("numbers", List.of(spec.xLabel(), curve.name() + ": " + spec.yText()), rows);
  }

  /** A heat map's texts as a table. */
  private void cells(HeatMapSpec heatMap) {
    List<String> head = new ArrayList<>(List.of(heatMap.rowsLabel() + " / " + heatMap.columnsLabel()));
    head.addAll(heatMap.columns());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < heatMap.rows().size(); i++) {
      List<String> row = new ArrayList<>(List.of(heatMap.rows().get(i)));
      heatMap.cells().get(i).forEach(cell -> row.add(cell.text()));
      rows.add(row);
    }
    html.element("h3", "", heatMap.title()).table("numbers plain", head, rows);
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css is missing from the program", e);
    }
  }
}
