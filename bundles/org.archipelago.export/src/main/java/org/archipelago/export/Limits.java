package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Run;
import org.archipelago.core.Task;
import org.archipelago.results.Format;

/** What the figures of a run can't tell. */
final class Limits {

  private Limits() {}

  static List<String> of(Run run) {
    DatasetSummary data = run.header().dataset();
    List<String> limits = new ArrayList<>();
    limits.add(
        "This is one run with one seed. Another seed draws another hold-out, other clients and another "
            + "order of training, and gives other figures.");
    if (data.testRows() > 0) {
      limits.add(
          "The hold-out comes from the same source as the clients' rows; how the model does elsewhere is "
              + "not known.");
      if (data.task().kind() == Task.Kind.CLASSIFICATION) {
        limits.add(
            "One row of the hold-out is worth %s percentage points of accuracy.".formatted(
                Format.measure(100.0 / data.testRows())));
      }
    }
    if (run.rounds().stream().anyMatch(round -> round.seconds().isPresent())) {
      limits.add(
          "Seconds are those of the machine named below, and bytes those of models and updates alone: "
              + "neither tells what a network would add.");
    }
    return limits;
  }
}
