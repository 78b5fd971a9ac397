package org.archipelago.core;

import java.util.Optional;

/**
 * What a model is given of each row.
 *
 * @param columns number of encoded features, at least 1
 * @param image the image that the features are, value by value; none where they are not known to be one
 */
public record Inputs(int columns, Optional<ImageSize> image) {

  public Inputs {
    if (image.isPresent() && image.get().values() != columns) {
      throw new IllegalArgumentException("%d features are no image of %s".formatted(columns, image.get()));
    }
  }

  /** Plain features. */
  public static Inputs of(int columns) {
    return new Inputs(columns, Optional.empty());
  }

  /** The values of an image. */
  public static Inputs of(ImageSize image) {
    return new Inputs(image.values(), Optional.of(image));
  }
}
