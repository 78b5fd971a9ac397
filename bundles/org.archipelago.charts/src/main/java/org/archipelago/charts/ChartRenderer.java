package org.archipelago.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Draws charts without a screen. Stateless and thread-safe. */
public final class ChartRenderer {

  static {
    // AWT must never look for a display, least of all beside a window system of SWT's.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private ChartRenderer() {}

  /**
   * A chart as an opaque picture of {@code width × scale} by {@code height × scale} pixels, with the
   * machine's sans-serif font.
   *
   * @param width in units that are a pixel at scale 1; at least 1
   * @param height at least 1
   * @param scale pixels a unit, above 0: 2 on a screen at 200 %
   * @throws ChartUnavailableException if this machine can't draw, having no font for example
   */
  public static BufferedImage image(ChartSpec spec, int width, int height, double scale, Theme theme) {
    return picture(spec, width, height, scale, theme).image();
  }

  /** The same as {@link #image}, together with where the curves lie in it. */
  public static ChartPicture picture(
      ChartSpec spec, int width, int height, double scale, Theme theme) {
    return picture(spec, ChartView.PLAIN, width, height, scale, theme);
  }

  /** The same as {@link #image} for a chart that is looked at in a way of its own. */
  public static ChartPicture picture(
      ChartSpec spec, ChartView view, int width, int height, double scale, Theme theme) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be above 0, but is " + scale);
    }
    return guarded(() -> {
      BufferedImage image = blank(width, height, scale);
      Graphics2D g = scaled(image, width, height);
      try {
        ChartDrawing.Result drawn =
            new ChartDrawing(spec, view, theme, g, width, height, ChartRenderer::machineFont).draw();
        return new ChartPicture(image, drawn.frame(), drawn.legend(), drawn.shown());
      } finally {
        g.dispose();
      }
    });
  }

  /**
   * A chart as an SVG element to stand in an HTML page, or after an XML declaration in a file. The same
   * text on every machine; none of the machine's fonts is needed.
   *
   * @param width in CSS pixels, at least 1
   * @param height at least 1
   * @throws ChartUnavailableException if this Java has no drawing at all
   */
  public static String svg(ChartSpec spec, int width, int height, Theme theme) {
    return svg(spec, ChartView.PLAIN, width, height, theme);
  }

  /** The same for a chart that is looked at in a way of its own. */
  public static String svg(ChartSpec spec, ChartView view, int width, int height, Theme theme) {
    return guarded(() -> {
      SvgGraphics2D g = new SvgGraphics2D(width, height, new FixedFont(Font.PLAIN, 12));
      new ChartDrawing(spec, view, theme, g, width, height, FixedFont::new).draw();
      return g.document(spec.description());
    });
  }

  /** A partition as an opaque picture; else as {@link #image(ChartSpec, int, int, double, Theme)}. */
  public static BufferedImage image(PartitionSpec spec, int width, double scale, Theme theme) {
    return guarded(() -> {
      int height = spec.height();
      BufferedImage image = blank(width, height, scale);
      Graphics2D g = scaled(image, width, height);
      try {
        g.setColor(theme.background());
        g.fillRect(0, 0, width, height);
        new PartitionDrawing(spec, theme, g, width, height, ChartRenderer::machineFont).draw();
        return image;
      } finally {
        g.dispose();
      }
    });
  }

  /** A partition as an SVG element; else as {@link #svg(ChartSpec, int, int, Theme)}. */
  public static String svg(PartitionSpec spec, int width, Theme theme) {
    return guarded(() -> {
      SvgGraphics2D g = new SvgGraphics2D(width, spec.height(), new FixedFont(Font.PLAIN, 12));
      new PartitionDrawing(spec, theme, g, width, spec.height(), FixedFont::new).draw();
      return g.document(spec.description());
    });
  }

  /**
   * A heat map as an opaque picture, else as {@link #picture(ChartSpec, int, int, double, Theme)}.
   *
   * @throws ChartUnavailableException if this machine can't draw, having no font for example
   */
  public static HeatMapPicture picture(
      HeatMapSpec spec, int width, int height, double scale, Theme theme) {
    return guarded(() -> {
      BufferedImage image = blank(width, height, scale);
      Graphics2D g = scaled(image, width, height);
      try {
        ChartDrawing.Fonts fonts = ChartRenderer::machineFont;
        return new HeatMapPicture(
            image, spec, new HeatMapDrawing(spec, theme, g, width, height, fonts).draw());
      } finally {
        g.dispose();
      }
    });
  }

  /** A heat map as an SVG element; else as {@link #svg(ChartSpec, int, int, Theme)}. */
  public static String svg(HeatMapSpec spec, int width, int height, Theme theme) {
    return guarded(() -> {
      SvgGraphics2D g = new SvgGraphics2D(width, height, new FixedFont(Font.PLAIN, 12));
      new HeatMapDrawing(spec, theme, g, width, height, FixedFont::new).draw();
      return g.document(spec.description());
    });
  }

  private static BufferedImage blank(int width, int height, double scale) {
    return new BufferedImage(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)),
        BufferedImage.TYPE_INT_RGB);
  }

  /** Draws on the image in units, of which the picture is so many wide and high. */
  private static Graphics2D scaled(BufferedImage image, int width, int height) {
    Graphics2D g = image.createGraphics();
    g.scale(image.getWidth() / (double) width, image.getHeight() / (double) height);
    return g;
  }

  private static Font machineFont(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  private static <T> T guarded(java.util.function.Supplier<T> drawing) {
    try {
      return drawing.get();
    } catch (RuntimeException | LinkageError | InternalError e) {
      if (comesFromAwt(e)) {
        throw new ChartUnavailableException(
            "Charts can't be drawn here: Java finds no fonts (" + e + "). Install fontconfig and a font, "
                + "such as Debian's packages fontconfig and fonts-dejavu-core.",
            e);
      }
      throw e;
    }
  }

  /** Whether the machine failed rather than this program: the failure began in Java's own drawing. */
  private static boolean comesFromAwt(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure instanceof LinkageError
        || failure instanceof InternalError
        || trace.length > 0 && trace[0].getClassName().matches("(sun|java)\\.(awt|font|java2d)\\..*");
  }
}
