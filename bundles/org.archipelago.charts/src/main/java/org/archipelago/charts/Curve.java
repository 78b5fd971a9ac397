package org.archipelago.charts;

import org.archipelago.results.Series;

/**
 * A curve of a chart.
 *
 * @param name what the legend calls it
 * @param series its points; may be empty
 * @param style 0 or more; decides colour and dash, so that a thing looks the same in every chart
 * @param endLabel written beside its last point; empty for no label
 * @param group what it is one of many of, such as clients; all of a group are drawn thin and pale and
 *     share an entry of the legend; empty for a curve that stands for itself
 * @param screenOnly whether it must not leave the analyst's screen, not even as a picture
 */
public record Curve(
    String name, Series series, int style, String endLabel, String group, boolean screenOnly) {

  /** A curve that stands for itself and may be exported. */
  public Curve(String name, Series series, int style, String endLabel) {
    this(name, series, style, endLabel, "", false);
  }

  /** One of many curves. */
  public static Curve ofMany(String group, String name, Series series, int style) {
    return new Curve(name, series, style, "", group, false);
  }

  /** The same curve, for the analyst's screen only. */
  public Curve onScreenOnly() {
    return new Curve(name, series, style, endLabel, group, true);
  }

  /** Whether it is one of many. */
  public boolean isOneOfMany() {
    return !group.isEmpty();
  }

  /** The entry of the legend that stands for it. */
  public String legendName() {
    return isOneOfMany() ? group : name;
  }

  Curve with(Series other, String label) {
    return new Curve(name, other, style, label, group, screenOnly);
  }
}
