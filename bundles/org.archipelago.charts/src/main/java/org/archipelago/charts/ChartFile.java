package org.archipelago.charts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The kinds of file a chart is saved as, without what is for the analyst's screen only. */
public enum ChartFile {
  /** A picture of pixels, at twice the size it has on an ordinary screen at least. */
  PNG,
  /** A picture of lines and texts. */
  SVG,
  /** The numbers, as measured. */
  CSV;

  private static final double LEAST_SCALE = 2;

  /** How the names of such files end, without a dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A name for a file with that chart: letters, digits and hyphens. */
  public String nameFor(ChartSpec spec) {
    String words = spec.title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return (words.isEmpty() ? "chart" : words) + "." + ending();
  }

  /**
   * Writes the file, in place of any there was.
   *
   * @param width in units that are a pixel at scale 1; at least 1
   * @param height at least 1
   * @param scale pixels a unit, above 0
   * @throws IOException if it cannot be written
   * @throws ChartUnavailableException if this machine can't draw
   */
  public void write(
      Path file, ChartSpec spec, ChartView view, int width, int height, double scale, Theme theme)
      throws IOException {
    ChartSpec exported = spec.forExport();
    switch (this) {
      case PNG -> writePng(
          file,
          ChartRenderer.picture(exported, view, width, height, Math.max(LEAST_SCALE, scale), theme));
      case SVG -> Files.writeString(
          file,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              + ChartRenderer.svg(exported, view, width, height, theme),
          StandardCharsets.UTF_8);
      case CSV -> Files.writeString(file, ChartNumbers.csv(exported, view), StandardCharsets.UTF_8);
    }
  }

  private static void writePng(Path file, ChartPicture picture) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      if (!ImageIO.write(picture.image(), "png", out)) {
        throw new IOException("this Java cannot write PNG");
      }
    }
  }
}
