package org.archipelago.learning.network;

import org.archipelago.learning.kernel.Places;

/**
 * Images with the border that a {@link Window} needs, each pixel's values right after those of the one before,
 * so that a row of the window is one run of values. Where images lie that way already, they are not copied.
 */
final class PaddedImages {

  private final Arena arena;
  private final Window window;
  private final int channels;
  private final int rowLength;
  private final Block copies;
  private Block images;

  /** @param memory reserves room for a batch, if it is needed */
  PaddedImages(Window window, LayerMemory memory) {
    this.window = window;
    arena = memory.arena();
    channels = window.image().channels();
    rowLength = window.paddedWidth() * channels;
    copies = inPlace(window) ? null : memory.batch(Shape.flat(length(window)));
  }

  /** Whether images need neither border nor another order. */
  static boolean inPlace(Window window) {
    return window.image().channels() % Arena.LINE == 0
        && window.paddedHeight() == window.image().height()
        && window.paddedWidth() == window.image().width();
  }

  /** Values of an image with its border. */
  static int length(Window window) {
    return Math.multiplyExact(
        window.paddedHeight() * window.paddedWidth(), window.image().channels());
  }

  /** From one row of pixels to the next. */
  int rowLength() {
    return rowLength;
  }

  /** Where the window begins at each of its places, and how far apart its rows are. */
  Places places() {
    int[] places = new int[window.rows() * window.columns()];
    for (int y = 0; y < window.rows(); y++) {
      for (int x = 0; x < window.columns(); x++) {
        places[y * window.columns() + x] = window.stride() * (y * rowLength + x * channels);
      }
    }
    return new Places(places, rowLength);
  }

  /** Takes images; the border is 0 from the beginning. */
  void take(Block taken, int rows) {
    images = taken;
    for (int row = 0; copies != null && row < rows; row++) {
      copy(arena.data(), taken, taken.at(row), copies.at(row));
    }
  }

  private void copy(float[] m, Block from, int image, int copy) {
    int width = window.image().width();
    int pixel = image;
    for (int y = 0; y < window.image().height(); y++) {
      int to = copy + (y + window.top()) * rowLength + window.left() * channels;
      if (from.stride() == channels) {
        System.arraycopy(m, pixel, m, to, width * channels);
        pixel += width * channels;
        continue;
      }
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          m[to++] = m[pixel + c];
        }
        pixel += from.stride();
      }
    }
  }

  /** Where an image begins, its border included. */
  int at(int row) {
    return copies == null ? images.at(row) : copies.at(row);
  }

  /**
   * Copies one image without its border.
   *
   * @param from where the image with its border begins
   * @param to the row of a block of images
   */
  void cut(int from, Block to, int row) {
    float[] m = arena.data();
    int width = window.image().width();
    int pixel = to.at(row);
    for (int y = 0; y < window.image().height(); y++) {
      int at = from + (y + window.top()) * rowLength + window.left() * channels;
      for (int x = 0; x < width; x++) {
        System.arraycopy(m, at, m, pixel, channels);
        at += channels;
        pixel += to.stride();
      }
    }
  }
}
