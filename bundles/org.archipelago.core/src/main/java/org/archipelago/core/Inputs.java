package org.archipelago.core;

import java.util.Optional;

/**
 * What a model is given of each row.
 *
 * @param columns number of encoded features, at least 1
 * @param image the image that the features are, value by value; none where they are not known to be one
 * @param vocabulary where the features are the words of a text, how many ids there are: {@link #PADDING} after
 *     the last word, {@link #UNKNOWN} for a word that is not in the vocabulary, and from 2 those that are; 0
 *     where the features are no words
 */
public record Inputs(int columns, Optional<ImageSize> image, int vocabulary) {

  /** The id that stands after the last word. */
  public static final int PADDING = 0;

  /** The id of every word that is not in the vocabulary. */
  public static final int UNKNOWN = 1;

  public Inputs {
    if (image.isPresent() && image.get().values() != columns) {
      throw new IllegalArgumentException("%d features are no image of %s".formatted(columns, image.get()));
    }
  }

  /** Plain features. */
  public static Inputs of(int columns) {
    return new Inputs(columns, Optional.empty(), 0);
  }

  /** The values of an image. */
  public static Inputs of(ImageSize image) {
    return new Inputs(image.values(), Optional.of(image), 0);
  }

  /**
   * The words of a text.
   *
   * @param length of the longest text
   * @param vocabulary how many ids there are, at least 2
   */
  public static Inputs ofWords(int length, int vocabulary) {
    return new Inputs(length, Optional.empty(), vocabulary);
  }

  /** Whether the features are the words of a text. */
  public boolean words() {
    return vocabulary > 0;
  }
}
