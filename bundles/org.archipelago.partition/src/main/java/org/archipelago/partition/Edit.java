package org.archipelago.partition;

import java.util.Optional;
import org.archipelago.core.RandomStream;

/** A named change of a draft; {@link Edits} has those that there are. */
public interface Edit {

  /**
   * What it does, as the manifest and the menu's undo say it, in English, such as {@code Move 5 rows of 3 from client 1
   * to client 2}; {@link EditWords} has it in another language.
   */
  String name(Draft before);

  /**
   * The draft after it; locked cells are as before.
   *
   * @param random what rows are drawn by
   * @throws org.archipelago.core.InvalidInputException if it can't be done, or would change a locked cell; the message
   *     says what would do
   */
  Draft apply(Draft before, RandomStream random);

  /** The rule that all rows are dealt by, where that is what it does. */
  default Optional<Dealing> dealing() {
    return Optional.empty();
  }
}
