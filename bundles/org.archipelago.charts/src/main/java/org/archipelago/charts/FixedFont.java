package org.archipelago.charts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.text.CharacterIterator;

/**
 * A font that is measured without being there: by the widths of Helvetica, which Arial and Liberation
 * Sans share. A picture that is laid out by it is the same on every machine, and needs none of the
 * machine's fonts: Java without any installed fails at the first measurement of a text.
 */
final class FixedFont extends Font {

  private static final long serialVersionUID = 1;

  private static final float ASCENT = 0.905f;
  private static final float DESCENT = 0.212f;
  private static final float LEADING = 0.033f;

  /** Widths of the characters from space to tilde in thousandths of the size (Adobe's Helvetica.afm). */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final double BOLD = 1.06;
  private static final int OTHER = 556;
  private static final int IDEOGRAPH = 1000;
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  FixedFont(int style, int size) {
    super(SANS_SERIF, style, size);
  }

  /** Width of a text in pixels. */
  double width(CharSequence text) {
    int thousandths =
        text.codePoints()
            .map(c -> c >= ' ' && c <= '~' ? WIDTHS[c - ' '] : c < FIRST_IDEOGRAPH ? OTHER : IDEOGRAPH)
            .sum();
    return thousandths * getSize2D() / 1000 * (isBold() ? BOLD : 1);
  }

  float ascent() {
    return ASCENT * size;
  }

  float descent() {
    return DESCENT * size;
  }

  float leading() {
    return LEADING * size;
  }

  @Override
  public Rectangle2D getStringBounds(String text, FontRenderContext context) {
    return new Rectangle2D.Double(0, -ascent(), width(text), ascent() + descent() + leading());
  }

  @Override
  public Rectangle2D getStringBounds(String text, int begin, int limit, FontRenderContext context) {
    return getStringBounds(text.substring(begin, limit), context);
  }

  @Override
  public Rectangle2D getStringBounds(char[] text, int begin, int limit, FontRenderContext context) {
    return getStringBounds(new String(text, begin, limit - begin), context);
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new FixedLine(this, text.length());
  }

  @Override
  public LineMetrics getLineMetrics(String text, int begin, int limit, FontRenderContext context) {
    return new FixedLine(this, limit - begin);
  }

  @Override
  public LineMetrics getLineMetrics(char[] text, int begin, int limit, FontRenderContext context) {
    return new FixedLine(this, limit - begin);
  }

  @Override
  public LineMetrics getLineMetrics(
      CharacterIterator text, int begin, int limit, FontRenderContext context) {
    return new FixedLine(this, limit - begin);
  }

  /** The vertical measures of any line in this font. */
  private static final class FixedLine extends LineMetrics {

    private final FixedFont font;
    private final int characters;

    FixedLine(FixedFont font, int characters) {
      this.font = font;
      this.characters = characters;
    }

    @Override
    public int getNumChars() {
      return characters;
    }

    @Override
    public float getAscent() {
      return font.ascent();
    }

    @Override
    public float getDescent() {
      return font.descent();
    }

    @Override
    public float getLeading() {
      return font.leading();
    }

    @Override
    public float getHeight() {
      return font.ascent() + font.descent() + font.leading();
    }

    @Override
    public int getBaselineIndex() {
      return ROMAN_BASELINE;
    }

    @Override
    public float[] getBaselineOffsets() {
      return new float[] {0, (font.descent() - font.ascent()) / 2, -font.ascent()};
    }

    @Override
    public float getStrikethroughOffset() {
      return -font.ascent() / 3;
    }

    @Override
    public float getStrikethroughThickness() {
      return font.getSize2D() / 14;
    }

    @Override
    public float getUnderlineOffset() {
      return font.descent() / 2;
    }

    @Override
    public float getUnderlineThickness() {
      return font.getSize2D() / 14;
    }
  }
}
