package org.archipelago.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import org.archipelago.ui.common.CatalogService;
import org.archipelago.ui.workbench.run.CloseGuard;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.framework.FrameworkUtil;

/** Makes what parts get by {@code getSite().getService(…)}: one of each for the whole workbench. */
public final class WorkbenchServices extends AbstractServiceFactory {

  private Workspace workspace;
  private RunService runs;
  private ShownRun shown;

  @Override
  public synchronized Object create(
      Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
    if (workspace == null) {
      makeAll();
    }
    if (serviceInterface == Workspace.class) {
      return workspace;
    }
    return serviceInterface == RunService.class ? runs : shown;
  }

  private void makeAll() {
    CatalogService catalog =
        new CatalogService(FrameworkUtil.getBundle(WorkbenchServices.class).getBundleContext());
    workspace = new Workspace(folder(), catalog);
    runs = new RunService(workspace);
    shown = new ShownRun();
    PlatformUI.getWorkbench().addWorkbenchListener(new CloseGuard(runs));
  }

  private static Path folder() {
    return new File(Platform.getInstanceLocation().getURL().getPath()).toPath();
  }
}
