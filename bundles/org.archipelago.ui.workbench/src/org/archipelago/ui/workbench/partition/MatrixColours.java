package org.archipelago.ui.workbench.partition;

import org.archipelago.charts.Theme;
import org.archipelago.ui.common.Palette;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Colours of heat and of classes on the ground of a control. */
final class MatrixColours {

  private static final int STEPS = 64;
  private static final double GOLDEN = 0.618033988749895;

  private static final Color INK = new Color(0x14, 0x20, 0x28);
  private static final Color PAPER = new Color(0xff, 0xff, 0xff);

  private final Color[] heat = new Color[STEPS];
  private final Color[] textOnHeat = new Color[STEPS];
  private final boolean dark;

  MatrixColours(Control on) {
    dark = Palette.isDark(on);
    RGB from = Palette.CURRENT_LINE.on(on).getRGB();
    RGB to = Palette.ACCENT.on(on).getRGB();
    for (int step = 0; step < STEPS; step++) {
      double share = (double) step / (STEPS - 1);
      heat[step] = new Color(mix(from.red, to.red, share), mix(from.green, to.green, share),
          mix(from.blue, to.blue, share));
      textOnHeat[step] = contrast(heat[step], INK) >= contrast(heat[step], PAPER) ? INK : PAPER;
    }
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  /** Contrast ratio as WCAG 2 defines it. */
  private static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** From the ground to the accent colour; the root makes few rows visible. */
  Color heat(double share) {
    return heat[step(share)];
  }

  Color textOnHeat(double share) {
    return textOnHeat[step(share)];
  }

  private static int step(double share) {
    return (int) Math.round(Math.sqrt(Math.clamp(share, 0, 1)) * (STEPS - 1));
  }

  /** The colour of a class: those of the charts, and beyond them hues as far apart as can be. */
  Color ofClass(int label) {
    Theme theme = dark ? Theme.DARK : Theme.LIGHT;
    if (label < theme.palette().size()) {
      java.awt.Color colour = theme.color(label);
      return new Color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
    float hue = (float) (label * GOLDEN % 1) * 360;
    float light = dark ? 0.85f : 0.62f;
    return new Color(new RGB(hue, label % 2 == 0 ? 0.55f : 0.35f, label % 3 == 0 ? light : light + 0.1f));
  }
}
