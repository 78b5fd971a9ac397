package org.archipelago.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A vertical logarithmic axis, labelled with plain texts: at powers of ten; at 1, 2 and 5 times those
 * where less than three decades are seen; in even steps where hardly one is.
 */
final class DecadeAxis extends LogAxis {

  private static final long serialVersionUID = 1;
  private static final double[] FEW_DECADES = {1, 2, 5};

  private final transient DoubleFunction<String> text;
  private final transient List<Double> values;

  /** @param labels how many labels there is room for, at least 1 */
  DecadeAxis(ValueRange range, DoubleFunction<String> text, int labels) {
    this.text = text;
    setRange(range.lower(), range.upper());
    values = values(range, labels);
  }

  private static List<Double> values(ValueRange range, int labels) {
    double decades = Math.log10(range.upper() / range.lower());
    if (decades < 1) {
      return evenSteps(range, labels);
    }
    boolean few = decades < 3 && 3 * decades <= labels;
    int every = Math.max(1, (int) Math.ceil(decades / labels));
    List<Double> values = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(range.lower()) + 1e-9);
    int last = (int) Math.floor(Math.log10(range.upper()) + 1e-9);
    for (int exponent = first; exponent <= last; exponent += every) {
      for (double digit : few ? FEW_DECADES : new double[] {1}) {
        double value = digit * Math.pow(10, exponent);
        if (value >= range.lower() * (1 - 1e-9) && value <= range.upper() * (1 + 1e-9)) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static List<Double> evenSteps(ValueRange range, int labels) {
    double step = range.step(labels, false);
    List<Double> values = new ArrayList<>();
    long last = (long) Math.floor(range.upper() / step + 1e-6);
    for (long i = (long) Math.ceil(range.lower() / step - 1e-6); i <= last; i++) {
      values.add(i * step);
    }
    return values;
  }

  @Override
  protected List<NumberTick> refreshTicksVertical(
      Graphics2D g, Rectangle2D data, RectangleEdge edge) {
    return values.stream()
        .map(value -> {
          // Without the noise of binary fractions.
          String label = text.apply(Double.parseDouble(String.format(Locale.ROOT, "%.9g", value)));
          return new NumberTick(value, label, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0);
        })
        .toList();
  }
}
