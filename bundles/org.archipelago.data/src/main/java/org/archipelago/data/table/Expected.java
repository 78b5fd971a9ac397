package org.archipelago.data.table;

import java.util.Optional;
import java.util.Set;
import org.archipelago.core.ImageSize;

/**
 * What is known of rows before they are read.
 *
 * @param texts if it is known what the columns of a table hold, those that hold texts whatever they look like;
 *     one that the file does not have is passed over
 * @param image if it is known, what images by class are brought to
 * @param format how a file of text is read
 */
public record Expected(Optional<Set<String>> texts, Optional<ImageSize> image, FileFormat format) {

  /** Nothing is known. */
  public static final Expected NOTHING =
      new Expected(Optional.empty(), Optional.empty(), FileFormat.DETECTED);

  /** The columns are known. */
  public static Expected of(Set<String> texts, Optional<ImageSize> image, FileFormat format) {
    return new Expected(Optional.of(texts), image, format);
  }

  /** Nothing is known of columns but what the format says. */
  public static Expected of(Optional<ImageSize> image, FileFormat format) {
    return new Expected(Optional.empty(), image, format);
  }
}
