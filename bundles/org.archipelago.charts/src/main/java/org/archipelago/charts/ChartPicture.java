package org.archipelago.charts;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A chart as it was drawn.
 *
 * @param image the picture
 * @param frame where its curves lie; absent where there was no room for any
 * @param legend where its legend lies, entry by entry; empty where it has none
 * @param shown the curves that were drawn: smoothed, and without what is hidden
 */
public record ChartPicture(
    BufferedImage image, Optional<PlotFrame> frame, List<LegendItem> legend, ChartSpec shown) {

  /** The entry of the legend at a place. */
  public Optional<LegendItem> legendAt(double pixelX, double pixelY) {
    return legend.stream().filter(item -> item.contains(pixelX, pixelY)).findFirst();
  }
}
