package org.archipelago.learning.network;

import org.archipelago.core.ImageSize;

/**
 * A square window that moves over an image row by row.
 *
 * @param image what it moves over
 * @param size pixels along a side of the window, at least 1
 * @param stride pixels from one place of the window to the next, at least 1
 * @param padding what it does at the border
 */
record Window(ImageSize image, int size, int stride, Padding padding) {

  Window {
    if (size < 1 || stride < 1) {
      throw new IllegalArgumentException("no window of %d pixels moves by %d".formatted(size, stride));
    }
    if (padding == Padding.VALID && (image.height() < size || image.width() < size)) {
      throw new IllegalArgumentException(
          "a window of %d×%d pixels does not fit into an image of %s".formatted(size, size, image));
    }
  }

  /** Places of the window, from top to bottom. */
  int rows() {
    return places(image.height());
  }

  /** Places of the window, from left to right. */
  int columns() {
    return places(image.width());
  }

  private int places(int pixels) {
    return padding == Padding.SAME ? (pixels + stride - 1) / stride : (pixels - size) / stride + 1;
  }

  /** Rows of zeros above the image. */
  int top() {
    return border(image.height()) / 2;
  }

  /** Columns of zeros to the left of the image. */
  int left() {
    return border(image.width()) / 2;
  }

  /** Rows of the image with its border. */
  int paddedHeight() {
    return image.height() + border(image.height());
  }

  /** Columns of the image with its border. */
  int paddedWidth() {
    return image.width() + border(image.width());
  }

  private int border(int pixels) {
    return padding == Padding.SAME ? Math.max(0, (places(pixels) - 1) * stride + size - pixels) : 0;
  }

  /** What comes out where the window gives one pixel at each place. */
  ImageSize output(int channels) {
    return new ImageSize(rows(), columns(), channels);
  }
}
