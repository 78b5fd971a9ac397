package org.archipelago.data.table;

import java.util.Optional;
import java.util.Set;
import org.archipelago.core.ImageSize;

/**
 * What is known of rows before they are read.
 *
 * @param texts if it is known what the columns of a CSV file hold, those that hold texts whatever they look like;
 *     one that the file does not have is passed over
 * @param image if it is known, what images by class are brought to
 */
public record Expected(Optional<Set<String>> texts, Optional<ImageSize> image) {

  /** Nothing is known. */
  public static final Expected NOTHING = new Expected(Optional.empty(), Optional.empty());

  /** The columns are known. */
  public static Expected of(Set<String> texts, Optional<ImageSize> image) {
    return new Expected(Optional.of(texts), image);
  }

  /** Nothing is known of columns. */
  public static Expected ofImages(Optional<ImageSize> image) {
    return new Expected(Optional.empty(), image);
  }
}
