package org.archipelago.charts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.archipelago.core.Texts;
import org.archipelago.results.RunSeries;

/**
 * Several runs on the same charts: each keeps its colour and dash through all of them, whatever the
 * others show.
 */
public final class ComparisonCharts {

  private ComparisonCharts() {}

  /**
   * A run beside others.
   *
   * @param name what the legend calls it
   * @param series its curves
   * @param style as in {@link Curve}
   */
  public record NamedRun(String name, RunSeries series, int style) {}

  /** Loss on the hold-out; in training for a run that has none. */
  public static ChartSpec loss(List<NamedRun> runs) {
    return overlay(runs, RunCharts::loss, texts(runs).text("loss.title"), "");
  }

  /** Accuracy or R² on the hold-out; runs that are measured otherwise than the first are left out. */
  public static ChartSpec score(List<NamedRun> runs) {
    return score(runs, runs.get(0).series().task().primaryMetric());
  }

  /** A figure on the hold-out; runs that are not measured by it are left out, but for the first. */
  public static ChartSpec score(List<NamedRun> runs, String metric) {
    List<NamedRun> comparable =
        runs.stream()
            .filter(run -> run == runs.get(0) || run.series().metrics().contains(metric))
            .toList();
    String others =
        runs.stream()
            .filter(run -> !comparable.contains(run))
            .map(NamedRun::name)
            .collect(Collectors.joining(", "));
    return overlay(
        comparable,
        run -> RunCharts.score(run, metric),
        RunCharts.score(runs.get(0).series(), metric).title(),
        others.isEmpty() ? "" : texts(runs).text("compare.leftOut", others));
  }

  /** ε of the runs that have a privacy strategy; may have no curve. */
  public static ChartSpec privacy(List<NamedRun> runs) {
    List<NamedRun> accounted =
        runs.stream().filter(run -> run.series().privacy().isPresent()).toList();
    Set<String> stamps = new LinkedHashSet<>();
    accounted.forEach(run -> stamps.add(RunCharts.privacy(run.series()).subtitle()));
    String subtitle = stamps.size() > 1
        ? texts(runs).text("compare.guarantees", String.join(texts(runs).text("list.separator"), stamps))
        : String.join("", stamps);
    return overlay(
        accounted.isEmpty() ? runs : accounted,
        RunCharts::privacy,
        texts(runs).text("privacy.title"),
        subtitle);
  }

  private static Texts texts(List<NamedRun> runs) {
    return Texts.beside(ComparisonCharts.class, runs.get(0).series().language());
  }

  private static ChartSpec overlay(
      List<NamedRun> runs, Function<RunSeries, ChartSpec> chart, String title, String subtitle) {
    List<ChartSpec> specs = runs.stream().map(run -> chart.apply(run.series())).toList();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      if (!specs.get(i).curves().isEmpty()) {
        Curve first = specs.get(i).curves().get(0);
        NamedRun run = runs.get(i);
        curves.add(
            new Curve(run.name(), first.series(), run.style(), first.endLabel(), "", first.screenOnly()));
      }
    }
    ChartSpec first = specs.get(0);
    return new ChartSpec(
        title,
        subtitle,
        first.xLabel(),
        specs.stream().mapToDouble(ChartSpec::xEnd).max().orElse(1),
        axis(specs, curves),
        curves,
        List.of(),
        shared(specs),
        first.emptyText(),
        first.language());
  }

  /** Logarithmic only where every run's chart is. */
  private static Axis axis(List<ChartSpec> specs, List<Curve> curves) {
    Axis axis = specs.get(0).y();
    boolean logarithmic =
        specs.stream().allMatch(spec -> spec.y().logarithmic())
            && curves.stream().allMatch(curve -> curve.series().min() > 0);
    return new Axis(axis.label(), axis.unit(), axis.rule(), logarithmic, axis.ticks());
  }

  /** The reference lines that hold for every run, such as a budget that is the same for all. */
  private static List<ReferenceLine> shared(List<ChartSpec> specs) {
    return specs.get(0).references().stream()
        .filter(line -> specs.stream().allMatch(spec -> spec.references().contains(line)))
        .toList();
  }
}
