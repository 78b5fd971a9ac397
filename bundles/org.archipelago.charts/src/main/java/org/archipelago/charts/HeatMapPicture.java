package org.archipelago.charts;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A heat map as it was drawn.
 *
 * @param image the picture
 * @param shown what it shows
 * @param area where its cells lie, in units that are a pixel at scale 1
 */
public record HeatMapPicture(BufferedImage image, HeatMapSpec shown, Rectangle2D area) {

  /** The cell at a place. */
  public Optional<HeatMapSpec.Cell> cellAt(double x, double y) {
    if (!area.contains(x, y) || shown.rows().isEmpty()) {
      return Optional.empty();
    }
    int row = (int) ((y - area.getY()) * shown.rows().size() / area.getHeight());
    int column = (int) ((x - area.getX()) * shown.columns().size() / area.getWidth());
    return Optional.of(shown.cells().get(row).get(column));
  }
}
