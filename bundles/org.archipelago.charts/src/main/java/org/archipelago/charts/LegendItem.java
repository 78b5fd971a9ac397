package org.archipelago.charts;

/**
 * An entry of a legend as it was drawn, in the units of the picture's width and height.
 *
 * @param name the entry's whole name, even where the picture has no room for it
 * @param hidden whether its curves are not drawn
 * @param x left edge of what a click on it may hit
 * @param y upper edge
 * @param width to the right
 * @param height downwards
 */
public record LegendItem(String name, boolean hidden, double x, double y, double width, double height) {

  /** Whether a place lies on it. */
  public boolean contains(double pixelX, double pixelY) {
    return pixelX >= x && pixelX < x + width && pixelY >= y && pixelY < y + height;
  }
}
