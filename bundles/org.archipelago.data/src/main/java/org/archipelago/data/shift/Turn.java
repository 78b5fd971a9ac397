package org.archipelago.data.shift;

import org.archipelago.core.ImageSize;

/**
 * Where every pixel of a turned image comes from: the nearest four, and what each counts.
 *
 * @param channels values of a pixel
 * @param from four pixels for each
 * @param weights of those
 */
record Turn(int channels, int[] from, float[] weights) {

  private static final int NEAREST = 4;

  static Turn of(ImageSize image, double degrees) {
    int height = image.height();
    int width = image.width();
    double cos = exact(StrictMath.cos(StrictMath.toRadians(degrees)));
    double sin = exact(StrictMath.sin(StrictMath.toRadians(degrees)));
    Turn turn =
        new Turn(image.channels(), new int[NEAREST * height * width], new float[NEAREST * height * width]);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double right = x - (width - 1) / 2.0;
        double down = y - (height - 1) / 2.0;
        turn.set(
            y * width + x,
            clamp(cos * right - sin * down + (width - 1) / 2.0, width),
            clamp(sin * right + cos * down + (height - 1) / 2.0, height),
            image);
      }
    }
    return turn;
  }

  /** Without the error of a right angle, which would blur an image that need not be. */
  private static double exact(double value) {
    double rounded = Math.rint(value);
    return Math.abs(value - rounded) < 1e-12 ? rounded : value;
  }

  private static double clamp(double place, int size) {
    return Math.max(0, Math.min(size - 1, place));
  }

  private void set(int pixel, double x, double y, ImageSize image) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double across = x - left;
    double along = y - top;
    put(NEAREST * pixel, top * image.width() + left, (1 - across) * (1 - along));
    put(NEAREST * pixel + 1, top * image.width() + right, across * (1 - along));
    put(NEAREST * pixel + 2, bottom * image.width() + left, (1 - across) * along);
    put(NEAREST * pixel + 3, bottom * image.width() + right, across * along);
  }

  private void put(int place, int pixel, double weight) {
    from[place] = pixel;
    weights[place] = (float) weight;
  }

  /** Writes the turned image of a row. */
  void write(float[] images, float[] turned, int start) {
    int pixels = from.length / NEAREST;
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        float value = 0;
        for (int near = NEAREST * pixel; near < NEAREST * (pixel + 1); near++) {
          value += weights[near] * images[start + from[near] * channels + channel];
        }
        turned[start + pixel * channels + channel] = value;
      }
    }
  }
}
