package org.archipelago.ui.workbench.export.paper;

import org.eclipse.swt.graphics.Color;

/** The colours of a report: those of its style sheet, whatever the theme, since paper is white. */
final class Ink {

  static final Color PAPER = color(0xFFFFFF);
  static final Color TEXT = color(0x1F2933);
  static final Color QUIET = color(0x5B6673);
  static final Color LINE = color(0xE6E9ED);
  static final Color ACCENT = color(0x0072B2);
  static final Color VERDICT = color(0xF1F7FB);
  static final Color WARNING = color(0xE69F00);
  static final Color NOTE = color(0xFDF7EA);
  static final Color STAMP = color(0xB4460A);
  static final Color CODE = color(0xF6F8FA);
  static final Color ZERO = color(0xB8C0C8);

  private Ink() {}

  /** The ground of a count, darker the larger its share, 0 to 1. */
  static Color heat(double share) {
    double strength = 0.05 + 0.4 * share;
    return new Color(
        mix(PAPER.getRed(), ACCENT.getRed(), strength),
        mix(PAPER.getGreen(), ACCENT.getGreen(), strength),
        mix(PAPER.getBlue(), ACCENT.getBlue(), strength));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static Color color(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
