package org.archipelago.data.table;

import org.archipelago.core.ImageSize;

/** The values of one image from 0 to 255, in the order that {@link ImageSize} tells. */
final class Pixels {

  private final ImageSize size;
  private final byte[] values;

  /** A black one. */
  Pixels(ImageSize size) {
    this.size = size;
    this.values = new byte[size.values()];
  }

  ImageSize size() {
    return size;
  }

  int get(int y, int x, int channel) {
    return values[(y * size.width() + x) * size.channels() + channel] & 0xFF;
  }

  void set(int y, int x, int channel, int value) {
    values[(y * size.width() + x) * size.channels() + channel] = (byte) value;
  }

  /** The value of that number. */
  byte value(int number) {
    return values[number];
  }

  /**
   * The same image in that size; its sides are stretched where they have another ratio. Colours become grey by
   * ITU-R BT.601, grey the same in all channels.
   *
   * @param wanted has 1 or 3 channels
   */
  Pixels as(ImageSize wanted) {
    return channels(wanted.channels()).scaled(wanted.height(), wanted.width());
  }

  private Pixels channels(int wanted) {
    if (wanted == size.channels()) {
      return this;
    }
    Pixels other = new Pixels(new ImageSize(size.height(), size.width(), wanted));
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        for (int channel = 0; channel < wanted; channel++) {
          other.set(y, x, channel, wanted == 1 ? luma(y, x) : get(y, x, 0));
        }
      }
    }
    return other;
  }

  private int luma(int y, int x) {
    return (299 * get(y, x, 0) + 587 * get(y, x, 1) + 114 * get(y, x, 2) + 500) / 1000;
  }

  private Pixels scaled(int height, int width) {
    if (height == size.height() && width == size.width()) {
      return this;
    }
    Weights rows = Weights.of(size.height(), height);
    Weights columns = Weights.of(size.width(), width);
    double[] narrow = new double[size.height() * width * size.channels()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < size.channels(); channel++) {
          double sum = 0;
          for (int i = columns.first(x); i < columns.end(x); i++) {
            sum += columns.weight(x, i) * get(y, i, channel);
          }
          narrow[(y * width + x) * size.channels() + channel] = sum;
        }
      }
    }
    Pixels scaled = new Pixels(new ImageSize(height, width, size.channels()));
    int line = width * size.channels();
    for (int y = 0; y < height; y++) {
      for (int at = 0; at < line; at++) {
        double sum = 0;
        for (int i = rows.first(y); i < rows.end(y); i++) {
          sum += rows.weight(y, i) * narrow[i * line + at];
        }
        scaled.values[y * line + at] = (byte) Math.min(255, (int) (sum + 0.5));
      }
    }
    return scaled;
  }

  /**
   * Which pixels along one side make each of the new ones: a triangle about its middle, as wide as two of the
   * larger pixels (bilinear, with the mean of what is made smaller).
   */
  private record Weights(int[] starts, double[][] weights) {

    static Weights of(int from, int to) {
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      int[] starts = new int[to];
      double[][] weights = new double[to][];
      for (int i = 0; i < to; i++) {
        double middle = (i + 0.5) * scale - 0.5;
        int first = Math.max(0, (int) Math.ceil(middle - reach));
        int last = Math.min(from - 1, (int) Math.floor(middle + reach));
        starts[i] = first;
        weights[i] = triangle(first, last, middle, reach);
      }
      return new Weights(starts, weights);
    }

    private static double[] triangle(int first, int last, double middle, double reach) {
      double[] weights = new double[last - first + 1];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.max(0, 1 - Math.abs(first + i - middle) / reach);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }

    int first(int of) {
      return starts[of];
    }

    int end(int of) {
      return starts[of] + weights[of].length;
    }

    double weight(int of, int pixel) {
      return weights[of][pixel - starts[of]];
    }
  }
}
