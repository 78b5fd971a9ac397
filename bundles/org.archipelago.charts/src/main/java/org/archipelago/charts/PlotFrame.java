package org.archipelago.charts;

/**
 * Where in a picture the curves lie, in the units of the picture's width and height, and which values
 * that stands for: what a view needs to find the point under the mouse.
 *
 * @param x left edge
 * @param y upper edge
 * @param width from the left edge to the right one
 * @param height from the upper edge to the lower one
 * @param window the positions and values at the edges
 * @param logarithmic whether equal heights are equal factors
 */
public record PlotFrame(
    double x, double y, double width, double height, ChartWindow window, boolean logarithmic) {

  /** Whether a place across lies within the frame, or a little beside it. */
  public boolean contains(double pixelX) {
    double slack = 8;
    return pixelX >= x - slack && pixelX <= x + width + slack;
  }

  /** Whether a place lies within the frame. */
  public boolean contains(double pixelX, double pixelY) {
    return pixelX >= x && pixelX <= x + width && pixelY >= y && pixelY <= y + height;
  }

  /** The position at a place across. */
  public double xAt(double pixelX) {
    return window.xFrom() + (pixelX - x) / width * (window.xTo() - window.xFrom());
  }

  /** The place across of a position. */
  public double pixelX(double position) {
    return x + (position - window.xFrom()) / (window.xTo() - window.xFrom()) * width;
  }

  /** The value at a place downwards. */
  public double valueAt(double pixelY) {
    double share = 1 - (pixelY - y) / height;
    double lower = scaled(window.yFrom());
    double value = lower + share * (scaled(window.yTo()) - lower);
    return logarithmic ? Math.exp(value) : value;
  }

  /** The place downwards of a value; values beyond the frame are at its edge. */
  public double pixelY(double value) {
    double lower = scaled(window.yFrom());
    double share = (scaled(value) - lower) / (scaled(window.yTo()) - lower);
    return y + height * (1 - Math.max(0, Math.min(1, share)));
  }

  private double scaled(double value) {
    return logarithmic ? Math.log(value) : value;
  }
}
