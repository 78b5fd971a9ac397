package org.archipelago.charts;

import org.archipelago.results.Series;

/**
 * A band between two curves, drawn behind everything else.
 *
 * @param name what the legend calls it
 * @param lower its lower edge
 * @param upper its upper edge, at the same positions
 * @param style as in {@link Curve}
 */
public record Ribbon(String name, Series lower, Series upper, int style) {

  public Ribbon {
    if (lower.size() != upper.size()) {
      throw new IllegalArgumentException(
          "lower edge has " + lower.size() + " points, upper edge " + upper.size());
    }
  }
}
