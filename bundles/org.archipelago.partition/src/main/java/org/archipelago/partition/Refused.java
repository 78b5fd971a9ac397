package org.archipelago.partition;

import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** Refusals of what can't be done to a draft. */
final class Refused {

  private Refused() {}

  /** @param sentences what was found, and what would do */
  static InvalidInputException because(String sentences) {
    return new InvalidInputException(Problem.atField("", sentences));
  }

  /** Unless the cell is not locked. */
  static void ifLocked(Draft draft, Cell cell) {
    if (draft.isLocked(cell.client(), cell.label())) {
      throw Refused.because(
          "Class '%s' of '%s' is locked; unlock the cell first."
              .formatted(draft.data().classes().get(cell.label()), draft.clients().get(cell.client())));
    }
  }

  /** Unless none of the client's cells is locked. */
  static void ifLocked(Draft draft, int client) {
    for (int label = 0; label < draft.data().classes().size(); label++) {
      ifLocked(draft, new Cell(client, label));
    }
  }
}
