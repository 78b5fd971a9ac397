package org.archipelago.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.Series;

/**
 * What a chart shows, mostly over rounds, and nothing of how it looks.
 *
 * @param title its heading
 * @param subtitle what to know beside it, such as the stamp of ε; may be empty
 * @param positions what its positions are
 * @param xLabel what they are called
 * @param xEnd the last position it has room for, at least 1; it grows if a curve goes further
 * @param y its axis of values
 * @param curves may be empty
 * @param ribbons may be empty
 * @param references may be empty
 * @param emptyText written where the curves would be, as long as none has a point
 * @param language of its texts, and of those that are added to it when it is drawn
 */
public record ChartSpec(
    String title,
    String subtitle,
    Positions positions,
    String xLabel,
    double xEnd,
    Axis y,
    List<Curve> curves,
    List<Ribbon> ribbons,
    List<ReferenceLine> references,
    String emptyText,
    Language language) {

  public ChartSpec {
    curves = List.copyOf(curves);
    ribbons = List.copyOf(ribbons);
    references = List.copyOf(references);
    for (Curve curve : curves) {
      if (y.logarithmic() && curve.series().min() <= 0) {
        throw new IllegalArgumentException(
            "'%s' of '%s' reaches %s, which has no place on a logarithmic axis".formatted(
                curve.name(), title, Format.plain(curve.series().min())));
      }
    }
  }

  /** A chart over rounds. */
  public ChartSpec(
      String title,
      String subtitle,
      String xLabel,
      double xEnd,
      Axis y,
      List<Curve> curves,
      List<Ribbon> ribbons,
      List<ReferenceLine> references,
      String emptyText,
      Language language) {
    this(
        title, subtitle, Positions.ROUNDS, xLabel, xEnd, y, curves, ribbons, references, emptyText,
        language);
  }

  /** A chart over rounds with English texts. */
  public ChartSpec(
      String title,
      String subtitle,
      String xLabel,
      double xEnd,
      Axis y,
      List<Curve> curves,
      List<Ribbon> ribbons,
      List<ReferenceLine> references,
      String emptyText) {
    this(
        title, subtitle, xLabel, xEnd, y, curves, ribbons, references, emptyText, Language.ENGLISH);
  }

  /** The same chart with other curves. */
  ChartSpec withCurves(List<Curve> others) {
    return new ChartSpec(
        title, subtitle, positions, xLabel, xEnd, y, others, ribbons, references, emptyText,
        language);
  }

  /** Label and unit of the axis of values in one text. */
  public String yText() {
    String text = y.unit().isEmpty() ? y.label() : texts().text("axis.unit", y.label(), y.unit());
    return y.logarithmic() ? texts().text("axis.logarithmic", text) : text;
  }

  /** The texts of its language. */
  Texts texts() {
    return Texts.beside(ChartSpec.class, language);
  }

  /** What the legend lists: curves, groups of curves and ribbons, each once. */
  public List<String> legendNames() {
    return Stream.concat(
            curves.stream().map(Curve::legendName), ribbons.stream().map(Ribbon::name))
        .distinct()
        .toList();
  }

  /** Whether there is no point to draw. */
  public boolean isEmpty() {
    return curves.stream().allMatch(curve -> curve.series().isEmpty());
  }

  /**
   * What of the chart may leave the analyst's screen: the same chart where nothing is for the screen
   * only, else one that says that something is left out.
   */
  public ChartSpec forExport() {
    boolean everything =
        curves.stream().noneMatch(Curve::screenOnly) && ribbons.stream().noneMatch(Ribbon::screenOnly);
    if (everything) {
      return this;
    }
    String said = texts().text("secret.leftOut");
    return new ChartSpec(
        title, subtitle.isEmpty() ? said : subtitle + " · " + said, positions, xLabel, xEnd, y,
        curves.stream().filter(curve -> !curve.screenOnly()).toList(),
        ribbons.stream().filter(ribbon -> !ribbon.screenOnly()).toList(),
        references,
        isEmpty() ? emptyText : texts().text("empty.screenOnly"),
        language);
  }

  /** What the chart shows, in words for those who can't see it. */
  public String description() {
    Texts texts = texts();
    String curveText =
        curves.stream()
            .filter(curve -> !curve.series().isEmpty() && !curve.isOneOfMany())
            .map(curve -> describe(curve, texts))
            .collect(Collectors.joining(texts.text("list.separator")));
    String shown = curveText.isEmpty() ? emptyText : curveText;
    String described =
        subtitle.isEmpty()
            ? texts.text("describe.chart", title, shown)
            : texts.text("describe.chartWith", title, subtitle, shown);
    String referenceText =
        references.stream().map(ReferenceLine::label).collect(Collectors.joining(", "));
    return referenceText.isEmpty()
        ? described : texts.text("describe.references", described, referenceText);
  }

  private String describe(Curve curve, Texts texts) {
    Series series = curve.series();
    int last = series.size() - 1;
    return texts.text(
        "describe.curve",
        curve.name(),
        y.ticks().apply(series.y(0)),
        positions.text(series.x(0)),
        curve.endLabel().isEmpty() ? y.ticks().apply(series.y(last)) : curve.endLabel(),
        positions.text(series.x(last)));
  }
}
