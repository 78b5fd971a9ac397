package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Brings runs into the Run view. */
public final class RunOpener {

  private RunOpener() {}

  /** Shows the run of that name: live if it is under way here, else as its record tells it. */
  public static void open(IWorkbenchPage page, String id) {
    openAll(page, List.of(id));
  }

  /**
   * Shows the runs of those names, on the same charts if they are several. Their records are read in
   * jobs; nothing changes on the screen before all of them are there, nor if other runs have been opened
   * meanwhile.
   */
  public static void openAll(IWorkbenchPage page, List<String> ids) {
    RunService runs = page.getWorkbenchWindow().getService(RunService.class);
    ShownRun shown = page.getWorkbenchWindow().getService(ShownRun.class);
    List<RunModel> models = new ArrayList<>();
    List<String> toRead = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(ShownRun.MOST, ids.size()))) {
      Optional<RunModel> known = known(runs, shown, id);
      if (known.isEmpty()) {
        toRead.add(id);
      }
      models.add(known.orElseGet(() -> RunModel.recorded(id)));
    }
    int wish = shown.wish();
    if (toRead.isEmpty()) {
      showAll(page, models);
    } else {
      read(page, models, toRead, wish);
    }
  }

  /** A run that is under way here, or whose record is on the screen already. */
  private static Optional<RunModel> known(RunService runs, ShownRun shown, String id) {
    return runs.live(id)
        .map(LiveRun::model)
        .or(() -> shown.all().stream().filter(model -> model.id().equals(id)).findFirst());
  }

  private static void read(IWorkbenchPage page, List<RunModel> models, List<String> toRead, int wish) {
    Workspace workspace = page.getWorkbenchWindow().getService(Workspace.class);
    ShownRun shown = page.getWorkbenchWindow().getService(ShownRun.class);
    Display display = page.getWorkbenchWindow().getWorkbench().getDisplay();
    AtomicInteger missing = new AtomicInteger(toRead.size());
    Runnable showWhenAllAreThere = () -> {
      if (missing.decrementAndGet() == 0 && !display.isDisposed()) {
        display.syncExec(() -> {
          if (shown.isStillWanted(wish)) {
            showAll(page, models);
          }
        });
      }
    };
    for (RunModel model : models) {
      if (toRead.contains(model.id())) {
        RecordFollowing job =
            new RecordFollowing(workspace, model.id(), model, shown, showWhenAllAreThere);
        job.schedule();
      }
    }
  }

  /** Shows a run; the view comes to the front and does not take the focus. */
  public static void show(IWorkbenchPage page, RunModel model) {
    showAll(page, List.of(model));
  }

  private static void showAll(IWorkbenchPage page, List<RunModel> models) {
    page.getWorkbenchWindow().getService(ShownRun.class).showAll(models);
    try {
      page.showView(RunView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      ILog.get().log(e.getStatus());
    }
  }
}
