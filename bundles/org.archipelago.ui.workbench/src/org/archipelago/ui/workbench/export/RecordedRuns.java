package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.RecordSummary;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/** Lists the runs of a workspace. */
final class RecordedRuns {

  private RecordedRuns() {}

  /**
   * Reads what there is to say of each run in the background; a record that can't be read is passed over.
   *
   * @param receiver is told on the UI thread, the newest run first, unless the owner is disposed by then
   */
  static void list(Workspace workspace, Control owner, Consumer<List<RunNode>> receiver) {
    Job job = Job.create(ExportMessages.listing, monitor -> {
      List<RunNode> runs = read(workspace);
      if (!owner.isDisposed()) {
        owner.getDisplay().asyncExec(() -> {
          if (!owner.isDisposed()) {
            receiver.accept(runs);
          }
        });
      }
      return Status.OK_STATUS;
    });
    job.setSystem(true);
    job.schedule();
  }

  private static List<RunNode> read(Workspace workspace) {
    List<RunNode> runs = new ArrayList<>();
    try {
      List<String> ids = new ArrayList<>(workspace.repository().list());
      Collections.reverse(ids);
      for (String id : ids) {
        try {
          RecordSummary summary = new RecordSummary(workspace.runs().resolve(id));
          summary.update();
          runs.add(summary.node());
        } catch (IOException | InvalidInputException e) {
          continue; // the Experiments view says what is wrong with it
        }
      }
    } catch (IOException e) {
      return runs; // there is no folder of runs, or it can't be read: the page says that there are none
    }
    return runs;
  }
}
