package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/**
 * Makes what a page previews in the background: while one preview is being made only the newest wish is
 * kept, and only the newest is shown.
 */
final class PreviewJob<T> {

  private static final int SETTLING_MILLIS = 150;

  private final Control page;
  private final Callable<T> maker;
  private final Consumer<T> shower;
  private final Consumer<String> refuser;
  private final Job job;
  private volatile int wish;

  /**
   * @param page nothing is shown any more once this is disposed
   * @param maker runs in the background
   * @param shower is given what was made, on the UI thread
   * @param refuser is told why nothing could be made, on the UI thread
   */
  PreviewJob(Control page, Callable<T> maker, Consumer<T> shower, Consumer<String> refuser) {
    this.page = page;
    this.maker = maker;
    this.shower = shower;
    this.refuser = refuser;
    job =
        new Job(ExportMessages.preview) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            make();
            return Status.OK_STATUS;
          }
        };
    job.setSystem(true);
  }

  /** Asks for a new preview; called on the UI thread. */
  void refresh() {
    wish++;
    job.schedule(SETTLING_MILLIS);
  }

  private void make() {
    int made = wish;
    try {
      T result = maker.call();
      show(made, () -> shower.accept(result));
    } catch (IOException | InvalidInputException e) {
      show(made, () -> refuser.accept(e.getLocalizedMessage()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void show(int made, Runnable action) {
    if (!page.isDisposed()) {
      page.getDisplay().asyncExec(() -> {
        if (!page.isDisposed() && made == wish) {
          action.run();
        }
      });
    }
  }
}
