package org.archipelago.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A vertical logarithmic axis, labelled at powers of ten with plain texts. */
final class DecadeAxis extends LogAxis {

  private static final long serialVersionUID = 1;

  private final transient DoubleFunction<String> text;
  private final int everyDecades;

  /** @param labels how many labels there is room for, at least 1 */
  DecadeAxis(ValueRange range, DoubleFunction<String> text, int labels) {
    this.text = text;
    setRange(range.lower(), range.upper());
    double decades = Math.log10(range.upper() / range.lower());
    everyDecades = Math.max(1, (int) Math.ceil(decades / labels));
  }

  @Override
  protected List<NumberTick> refreshTicksVertical(
      Graphics2D g, Rectangle2D data, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    int first = (int) Math.round(Math.log10(getLowerBound()));
    int last = (int) Math.round(Math.log10(getUpperBound()));
    for (int exponent = first; exponent <= last; exponent += everyDecades) {
      double value = Math.pow(10, exponent);
      ticks.add(
          new NumberTick(value, text.apply(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
    }
    return ticks;
  }
}
