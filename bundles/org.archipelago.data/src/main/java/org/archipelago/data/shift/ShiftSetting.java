package org.archipelago.data.shift;

import java.util.Optional;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;

/**
 * The run whose rows are to be changed.
 *
 * @param task what is learned
 * @param words whether the features are words and no numbers
 * @param image the image that the features are, where they are known to be one
 */
public record ShiftSetting(Task task, boolean words, Optional<ImageSize> image) {

  /** @throws InvalidInputException if features are words, which can't be moved */
  public void requireNumbers() {
    if (words) {
      throw problem(
          "Words can't be moved as numbers can: choose label-noise or concept-shift, or data whose features are numbers.");
    }
  }

  /** @throws InvalidInputException if a number is learned, which has no labels */
  public void requireLabels() {
    if (task.kind() == Task.Kind.REGRESSION) {
      throw problem(
          "The target '%s' is a number and has no labels to change: choose another shift, or a target of classes."
              .formatted(task.target()));
    }
  }

  /** @throws InvalidInputException if the features are not known to be an image */
  public ImageSize requireImage() {
    return image.orElseThrow(
        () -> problem("Only images can be rotated: say in data.image how high and wide they are, or choose another shift."));
  }

  private static InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.atField("shift.id", message));
  }
}
