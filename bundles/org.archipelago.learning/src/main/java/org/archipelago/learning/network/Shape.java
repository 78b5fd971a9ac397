package org.archipelago.learning.network;

import org.archipelago.core.ImageSize;

/**
 * What one row of a batch looks like inside a network: places of equally many values. Plain features
 * are one place; an image of h × w pixels has h·w places of as many values as it has channels; a
 * sequence has a place for each of its steps.
 *
 * @param positions places, at least 1; those of an image row by row
 * @param channels values at a place, at least 1
 */
public record Shape(int positions, int channels) {

  public Shape {
    if (positions < 1 || channels < 1 || (long) positions * channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no row has %d times %d values".formatted(positions, channels));
    }
  }

  /** Plain features. */
  public static Shape flat(int width) {
    return new Shape(1, width);
  }

  /** The pixels of an image. */
  public static Shape of(ImageSize image) {
    return new Shape(image.pixels(), image.channels());
  }

  /** Values in a row. */
  public int values() {
    return positions * channels;
  }

  /** Bytes of a row in an {@link Arena}. */
  long bytes() {
    return 4L * positions * Arena.padded(channels);
  }

  /** Such as {@code 64} or {@code 144×32}. */
  @Override
  public String toString() {
    return positions == 1 ? Integer.toString(channels) : positions + "×" + channels;
  }
}
