package org.archipelago.charts;

import java.awt.FontMetrics;

/** Measures of a {@link FixedFont}, as Java's drawing asks for them. */
final class FixedFontMetrics extends FontMetrics {

  private static final long serialVersionUID = 1;

  private final FixedFont fixed;

  FixedFontMetrics(FixedFont font) {
    super(font);
    fixed = font;
  }

  @Override
  public int getAscent() {
    return Math.round(fixed.ascent());
  }

  @Override
  public int getDescent() {
    return Math.round(fixed.descent());
  }

  @Override
  public int getLeading() {
    return Math.round(fixed.leading());
  }

  @Override
  public int stringWidth(String text) {
    return (int) Math.ceil(fixed.width(text));
  }

  @Override
  public int charsWidth(char[] text, int offset, int length) {
    return stringWidth(new String(text, offset, length));
  }

  @Override
  public int charWidth(char character) {
    return stringWidth(String.valueOf(character));
  }

  @Override
  public int charWidth(int codePoint) {
    return stringWidth(Character.toString(codePoint));
  }
}
