package org.archipelago.ui.common;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Colours with a meaning, readable on light and on dark backgrounds. */
public enum Palette {
  ERROR(0xb3261e, 0xff8a80),
  READY(0x2e7d4f, 0x7fd3a0),
  WARNING(0x8a5a00, 0xf0c060),
  QUIET(0x5f6b73, 0xa5b0b8),
  ACCENT(0x1f6f8b, 0x7cc4dc),
  KEY(0x1f5f8b, 0x8cc8ff),
  TEXT_VALUE(0x2e6b3f, 0xa5d6a7),
  NUMBER(0x8a4b00, 0xffcc80),
  CURRENT_LINE(0xeef4f7, 0x2a3238),
  LINE(0xd5dade, 0x4a5258),
  CODE_GROUND(0xf1f4f6, 0x2b3136);

  private static final String DATA = "org.archipelago.ui.common.palette";
  private static final String STYLE_CLASS = "org.eclipse.e4.ui.css.CssClassName";

  private final Color onLight;
  private final Color onDark;

  Palette(int onLight, int onDark) {
    this.onLight = color(onLight);
    this.onDark = color(onDark);
  }

  /** Gives the control's text this colour, as it is on the control's background, whatever theme comes. */
  public void applyTo(Control control) {
    ThemeChanges.watch();
    control.setData(DATA, this);
    control.setData(STYLE_CLASS, "Palette" + name()); // a style sheet would win over the colour set here
    control.setForeground(on(control));
  }

  /** Gives the control's text the usual colour again. */
  public static void clear(Control control) {
    control.setData(DATA, null);
    control.setData(STYLE_CLASS, null);
    control.setForeground(null);
  }

  /** Colours a control anew, and those in it, after its background has changed. */
  static void reapply(Control control) {
    if (control.getData(DATA) instanceof Palette colour) {
      control.setForeground(colour.on(control));
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        reapply(child);
      }
    }
  }

  /** The colour to use on that control's background. */
  public Color on(Control control) {
    return isDark(control) ? onDark : onLight;
  }

  /** Whether the control's background is dark. */
  public static boolean isDark(Control control) {
    RGB rgb = control.getBackground().getRGB();
    return 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue < 128;
  }

  private static Color color(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
