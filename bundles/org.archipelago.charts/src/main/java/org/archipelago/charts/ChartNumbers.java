package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.archipelago.results.Series;

/**
 * The numbers behind a chart as CSV (RFC 4180, lines ended by a line feed): a line a position, a column
 * a curve, two a ribbon; as measured and in full, whatever part is looked at and however smooth; an
 * empty field where a curve has no point. What is hidden is left out, and so is what is for the
 * screen only.
 */
public final class ChartNumbers {

  private record Column(String name, Series series) {}

  private ChartNumbers() {}

  /** The whole text, header line first. */
  public static String csv(ChartSpec spec, ChartView view) {
    ChartSpec exported = ViewedChart.visible(spec.forExport(), view.hidden());
    List<Column> columns = columns(exported);
    TreeSet<Double> positions = new TreeSet<>();
    for (Column column : columns) {
      for (double x : column.series().xs()) {
        positions.add(x);
      }
    }
    StringBuilder text = new StringBuilder(field(exported.xLabel()));
    columns.forEach(column -> text.append(',').append(field(column.name())));
    text.append('\n');
    int[] next = new int[columns.size()];
    for (double position : positions) {
      text.append(number(exported.positions().number(position)));
      for (int i = 0; i < next.length; i++) {
        Series series = columns.get(i).series();
        boolean here = next[i] < series.size() && series.x(next[i]) == position;
        text.append(',').append(here ? number(series.y(next[i]++)) : "");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<Column> columns(ChartSpec spec) {
    String unit = spec.y().unit().equals("%") ? "" : spec.y().unit(); // shares stay shares
    List<Column> columns = new ArrayList<>();
    for (Curve curve : spec.curves()) {
      columns.add(new Column(named(curve.name(), unit), curve.series()));
    }
    for (Ribbon ribbon : spec.ribbons()) {
      columns.add(new Column(edge(spec, "column.from", ribbon, unit), ribbon.lower()));
      columns.add(new Column(edge(spec, "column.to", ribbon, unit), ribbon.upper()));
    }
    return columns;
  }

  private static String edge(ChartSpec spec, String key, Ribbon ribbon, String unit) {
    return named(spec.texts().text(key, ribbon.name()), unit);
  }

  private static String named(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value) : Double.toString(value);
  }

  private static String field(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
