package org.archipelago.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.StringJoiner;
import org.archipelago.results.Markup;

/**
 * Writes shapes and texts as SVG 1.1, with fixed digits and without ids, so that the same drawing is
 * the same text and several can stand in one page. Texts stay texts; they are laid out by {@link
 * FixedFont} and anchored as {@link Anchor} says, since the reader's font has other widths.
 */
final class SvgGraphics2D extends VectorGraphics2D {

  private static final String FONTS =
      "'Helvetica Neue',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',sans-serif";

  private final StringBuilder body = new StringBuilder(8192);
  private final int width;
  private final int height;
  private Rectangle2D openClip;

  SvgGraphics2D(int width, int height, FixedFont font) {
    super(font);
    this.width = width;
    this.height = height;
  }

  /**
   * The picture.
   *
   * @param description what it shows, for those who can't see it
   */
  String document(String description) {
    endClip();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
            .formatted(width, height, width, height)
        + "role=\"img\" aria-label=\"" + Markup.escape(description) + "\" font-family=\"" + FONTS + "\">\n"
        + body
        + "</svg>\n";
  }

  @Override
  public void draw(Shape shape) {
    String path = path(shape);
    if (path.isEmpty()) {
      return;
    }
    begin();
    body.append("<path d=\"").append(path).append("\" fill=\"none\"").append(paint("stroke"));
    if (getStroke() instanceof BasicStroke stroke) {
      body.append(" stroke-width=\"").append(number(stroke.getLineWidth())).append('"');
      body.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
      body.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
      if (stroke.getDashArray() != null) {
        StringJoiner dashes = new StringJoiner(" ", " stroke-dasharray=\"", "\"");
        for (float dash : stroke.getDashArray()) {
          dashes.add(number(dash));
        }
        body.append(dashes);
      }
    }
    body.append("/>\n");
  }

  @Override
  public void fill(Shape shape) {
    String path = path(shape);
    if (!path.isEmpty()) {
      begin();
      body.append("<path d=\"").append(path).append('"').append(paint("fill")).append("/>\n");
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    begin();
    Anchor anchor = getRenderingHint(Anchor.KEY) instanceof Anchor a ? a : Anchor.MIDDLE;
    double textWidth = getFont() instanceof FixedFont fixed ? fixed.width(text) : 0;
    Point2D at = new Point2D.Double(x + textWidth * anchor.share(), y);
    AffineTransform transform = getTransform();
    boolean moved = (transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    body.append("<text");
    if (moved) {
      transform.transform(at, at);
    } else {
      double[] m = new double[6];
      transform.getMatrix(m);
      StringJoiner matrix = new StringJoiner(" ", " transform=\"matrix(", ")\"");
      for (double entry : m) {
        matrix.add(number(entry));
      }
      body.append(matrix);
    }
    body.append(" x=\"").append(number(at.getX())).append("\" y=\"").append(number(at.getY()))
        .append("\" font-size=\"").append(number(getFont().getSize2D())).append('"')
        .append(getFont().isBold() ? " font-weight=\"600\"" : "")
        .append(anchor.attribute())
        .append(paint("fill"))
        .append('>').append(Markup.escape(text)).append("</text>\n");
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    if (font instanceof FixedFont fixed) {
      return new FixedFontMetrics(fixed);
    }
    throw new IllegalArgumentException("can't measure " + font + " without asking the machine");
  }

  /** Opens and closes groups that are cut off at a rectangle, which is what a nested svg is. */
  private void begin() {
    Rectangle2D clip = deviceClip();
    if (clip == null ? openClip == null : clip.equals(openClip)) {
      return;
    }
    endClip();
    if (clip != null) {
      String x = number(clip.getX());
      String y = number(clip.getY());
      String w = number(clip.getWidth());
      String h = number(clip.getHeight());
      body.append("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\">\n"
          .formatted(x, y, w, h, x, y, w, h));
      openClip = clip;
    }
  }

  private void endClip() {
    if (openClip != null) {
      body.append("</svg>\n");
      openClip = null;
    }
  }

  private String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] p = new double[6];
    for (PathIterator i = shape.getPathIterator(getTransform()); !i.isDone(); i.next()) {
      switch (i.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> points(path, 'M', p, 2);
        case PathIterator.SEG_LINETO -> points(path, 'L', p, 2);
        case PathIterator.SEG_QUADTO -> points(path, 'Q', p, 4);
        case PathIterator.SEG_CUBICTO -> points(path, 'C', p, 6);
        default -> path.append('Z');
      }
    }
    return path.toString();
  }

  private static void points(StringBuilder path, char command, double[] p, int count) {
    path.append(command);
    for (int i = 0; i < count; i++) {
      path.append(i == 0 ? "" : " ").append(number(p[i]));
    }
  }

  private String paint(String attribute) {
    Color color = effectiveColor();
    String text = " %s=\"#%06x\"".formatted(attribute, color.getRGB() & 0xFFFFFF);
    return color.getAlpha() == 255
        ? text
        : text + " %s-opacity=\"%s\"".formatted(attribute, number(color.getAlpha() / 255.0));
  }

  /** Two decimals, without trailing zeros. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    String sign = hundredths < 0 ? "-" : "";
    return rest == 0 ? sign + whole
        : rest % 10 == 0 ? sign + whole + "." + rest / 10
        : sign + whole + (rest < 10 ? ".0" : ".") + rest;
  }
}
