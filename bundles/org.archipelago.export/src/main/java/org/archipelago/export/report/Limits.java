package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;

/** What the figures of a run can't tell. */
final class Limits {

  private Limits() {}

  static List<String> of(Run run, Texts texts) {
    DatasetSummary data = run.header().dataset();
    List<String> limits = new ArrayList<>();
    limits.add(texts.text("limit.seed"));
    if (run.state() != RunState.COMPLETED) {
      limits.add(texts.text("limit.unfinished"));
    }
    if (data.testRows() > 0) {
      limits.add(texts.text("limit.source"));
      limits.add(texts.text("limit.tuning"));
      if (data.task().kind() == Task.Kind.CLASSIFICATION) {
        limits.add(texts.text("limit.row", Format.measure(100.0 / data.testRows())));
        limits.add(texts.text("limit.classes"));
      }
      if (data.task().kind() == Task.Kind.TAGGING) {
        limits.add(texts.text("limit.spans"));
      }
    }
    limits.add(texts.text("limit.groups"));
    limits.add(texts.text("limit.simulation"));
    if (run.rounds().stream().anyMatch(round -> round.seconds().isPresent())) {
      limits.add(texts.text("limit.cost"));
    }
    limits.add(texts.text("limit.purpose"));
    return limits;
  }
}
