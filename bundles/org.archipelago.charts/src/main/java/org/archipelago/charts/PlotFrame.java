package org.archipelago.charts;

/**
 * Where in a picture the curves lie, in the units of the picture's width and height, and which values
 * that stands for: what a view needs to find the point under the mouse.
 *
 * @param x left edge
 * @param y upper edge
 * @param width from the left edge to {@code xEnd}
 * @param height from the upper edge to {@code lower}
 * @param xEnd position at the right edge; the left edge is position 0
 * @param lower value at the lower edge
 * @param upper value at the upper edge
 * @param logarithmic whether equal heights are equal factors
 */
public record PlotFrame(
    double x,
    double y,
    double width,
    double height,
    double xEnd,
    double lower,
    double upper,
    boolean logarithmic) {

  /** Whether a place across lies within the frame, or a little beside it. */
  public boolean contains(double pixelX) {
    double slack = 8;
    return pixelX >= x - slack && pixelX <= x + width + slack;
  }

  /** The position at a place across. */
  public double xAt(double pixelX) {
    return (pixelX - x) / width * xEnd;
  }

  /** The place across of a position. */
  public double pixelX(double position) {
    return x + position / xEnd * width;
  }

  /** The place downwards of a value; values beyond the frame are at its edge. */
  public double pixelY(double value) {
    double share = (scaled(value) - scaled(lower)) / (scaled(upper) - scaled(lower));
    return y + height * (1 - Math.max(0, Math.min(1, share)));
  }

  private double scaled(double value) {
    return logarithmic ? Math.log(value) : value;
  }
}
