package org.archipelago.charts;

import java.awt.RenderingHints;

/** Which point of a text stays where it is when the reader's font is wider than the measured one. */
enum Anchor {
  START(0, ""),
  MIDDLE(0.5, " text-anchor=\"middle\""),
  END(1, " text-anchor=\"end\"");

  /** The hint that tells a {@link SvgGraphics2D} the anchor of the texts to come. */
  static final RenderingHints.Key KEY =
      new RenderingHints.Key(0x41524348) {
        @Override
        public boolean isCompatibleValue(Object value) {
          return value instanceof Anchor;
        }
      };

  private final double share;
  private final String attribute;

  Anchor(double share, String attribute) {
    this.share = share;
    this.attribute = attribute;
  }

  /** Share of the text's width that lies before the point. */
  double share() {
    return share;
  }

  /** The SVG attribute, with a space before it; empty where it is the default. */
  String attribute() {
    return attribute;
  }
}
