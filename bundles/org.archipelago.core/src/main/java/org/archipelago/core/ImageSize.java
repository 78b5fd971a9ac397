package org.archipelago.core;

import java.util.List;

/**
 * Size of an image. Its values lie row by row, those of a pixel side by side: the value of channel c at
 * row y and column x is number {@code (y · width + x) · channels + c}.
 *
 * @param height rows of pixels, at least 1
 * @param width pixels in a row, at least 1
 * @param channels values of a pixel, at least 1: 1 for grey, 3 for red, green and blue
 */
public record ImageSize(int height, int width, int channels) {

  public ImageSize {
    if (height < 1 || width < 1 || channels < 1 || (long) height * width * channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no image has %d × %d × %d".formatted(height, width, channels));
    }
  }

  /**
   * Reads it from a list, as files have it.
   *
   * @param sizes height, width and, unless it is 1, channels
   * @throws IllegalArgumentException if there are fewer than two or more than three, or one is no whole
   *     number of at least 1
   */
  public static ImageSize of(List<Double> sizes) {
    boolean whole = sizes.stream().allMatch(size -> size == Math.rint(size) && size <= Integer.MAX_VALUE);
    if (sizes.size() < 2 || sizes.size() > 3 || !whole) {
      throw new IllegalArgumentException("no size of an image: " + sizes);
    }
    int channels = sizes.size() == 3 ? sizes.get(2).intValue() : 1;
    return new ImageSize(sizes.get(0).intValue(), sizes.get(1).intValue(), channels);
  }

  /** Height, width and, unless it is 1, channels, as files have it. */
  public List<Integer> toList() {
    return channels == 1 ? List.of(height, width) : List.of(height, width, channels);
  }

  /** Pixels. */
  public int pixels() {
    return height * width;
  }

  /** Values of all pixels. */
  public int values() {
    return pixels() * channels;
  }

  /** Such as {@code 28×28×1}. */
  @Override
  public String toString() {
    return height + "×" + width + "×" + channels;
  }
}
