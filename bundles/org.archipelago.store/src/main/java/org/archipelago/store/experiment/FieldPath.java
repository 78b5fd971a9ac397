package org.archipelago.store.experiment;

import java.util.Optional;
import java.util.function.Function;

/** Paths of fields, such as {@code training.optimizer.learningRate} or {@code partition.names[2]}. */
final class FieldPath {

  private FieldPath() {}

  /** What is known of a field, or else of the innermost field around it of which something is known. */
  static <T> Optional<T> nearest(String path, Function<String, Optional<T>> known) {
    String around = path;
    while (!around.isEmpty()) {
      Optional<T> found = known.apply(around);
      if (found.isPresent()) {
        return found;
      }
      int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
      around = end < 0 ? "" : around.substring(0, end);
    }
    return Optional.empty();
  }
}
