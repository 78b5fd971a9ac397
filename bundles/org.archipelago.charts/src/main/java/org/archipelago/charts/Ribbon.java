package org.archipelago.charts;

import org.archipelago.results.Series;

/**
 * A band between two curves, drawn behind everything else.
 *
 * @param name what the legend calls it
 * @param lower its lower edge
 * @param upper its upper edge, at the same positions
 * @param style as in {@link Curve}
 * @param screenOnly as in {@link Curve}
 */
public record Ribbon(String name, Series lower, Series upper, int style, boolean screenOnly) {

  public Ribbon {
    if (lower.size() != upper.size()) {
      throw new IllegalArgumentException(
          "lower edge has " + lower.size() + " points, upper edge " + upper.size());
    }
  }

  /** A ribbon that may be exported. */
  public Ribbon(String name, Series lower, Series upper, int style) {
    this(name, lower, upper, style, false);
  }

  /** The same ribbon, for the analyst's screen only. */
  public Ribbon onScreenOnly() {
    return new Ribbon(name, lower, upper, style, true);
  }
}
