package org.archipelago.ui.workbench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.archipelago.engine.SessionService;
import org.archipelago.ui.common.CatalogService;
import org.archipelago.ui.workbench.preferences.Settings;
import org.archipelago.ui.workbench.problems.ProblemList;
import org.archipelago.ui.workbench.run.CloseGuard;
import org.archipelago.ui.workbench.run.RunQueue;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.ShownRun;
import org.archipelago.ui.workbench.session.SessionCloseGuard;
import org.archipelago.ui.workbench.session.Sessions;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Makes what parts get by {@code getSite().getService(…)}: one of each for the whole workbench. */
public final class WorkbenchServices extends AbstractServiceFactory {

  private static final int AFTER_START_MILLIS = 10_000;

  private Workspace workspace;
  private RunService runs;
  private ShownRun shown;
  private Sessions sessions;
  private ProblemList problems;

  @Override
  public synchronized Object create(
      Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
    if (workspace == null) {
      makeAll();
    }
    if (serviceInterface == Workspace.class) {
      return workspace;
    }
    if (serviceInterface == Sessions.class) {
      return sessions;
    }
    if (serviceInterface == ProblemList.class) {
      return problems;
    }
    return serviceInterface == RunService.class ? runs : shown;
  }

  private void makeAll() {
    BundleContext context = FrameworkUtil.getBundle(WorkbenchServices.class).getBundleContext();
    CatalogService catalog = new CatalogService(context);
    workspace = new Workspace(folder(), catalog);
    RunQueue queue = new RunQueue(Settings.cores(), Settings.runsAtOnce());
    Settings.onChange(() -> queue.limit(Settings.cores(), Settings.runsAtOnce()));
    emptyTrash();
    runs = new RunService(workspace, queue);
    shown = new ShownRun();
    problems = new ProblemList(workspace);
    ServiceTracker<SessionService, SessionService> opener =
        new ServiceTracker<>(context, SessionService.class, null);
    opener.open();
    sessions = new Sessions(workspace, runs, () -> Optional.ofNullable(opener.getService()));
    PlatformUI.getWorkbench().addWorkbenchListener(new CloseGuard(runs));
    PlatformUI.getWorkbench().addWorkbenchListener(new SessionCloseGuard(sessions));
  }

  private void emptyTrash() {
    Job job = Job.createSystem(Messages.Trash_emptying, monitor -> {
      try {
        workspace.trash().empty(LocalDate.now(ZoneOffset.UTC));
        return Status.OK_STATUS;
      } catch (IOException e) {
        return Status.warning(Messages.Trash_notEmptied, e);
      }
    });
    job.setPriority(Job.DECORATE);
    job.schedule(AFTER_START_MILLIS);
  }

  private static Path folder() {
    return new File(Platform.getInstanceLocation().getURL().getPath()).toPath();
  }
}
