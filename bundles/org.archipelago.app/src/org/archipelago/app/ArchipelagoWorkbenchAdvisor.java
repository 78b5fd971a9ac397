package org.archipelago.app;

import org.archipelago.ui.help.HelpKey;
import org.archipelago.ui.workbench.FederationPerspective;
import org.archipelago.ui.workbench.preferences.SystemTheme;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Names the first perspective, remembers windows from one start to the next, and tells of errors. */
final class ArchipelagoWorkbenchAdvisor extends WorkbenchAdvisor {

  /** What only later work needs, such as the log of the endpoint, starts at this level: see archipelago.product. */
  private static final int LATE_START_LEVEL = 8;

  private final UnexpectedErrors errors = new UnexpectedErrors();

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    super.initialize(configurer);
    configurer.setSaveAndRestore(true);
    HelpKey.install(Display.getCurrent());
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
    return new ArchipelagoWindowAdvisor(configurer);
  }

  @Override
  public void postStartup() {
    SystemTheme.follow(Display.getCurrent());
    Platform.getBundle(Constants.SYSTEM_BUNDLE_SYMBOLICNAME)
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(LATE_START_LEVEL);
  }

  @Override
  public void eventLoopException(Throwable exception) {
    super.eventLoopException(exception);
    Display display = Display.getCurrent();
    if (display != null && !display.isDisposed()) {
      errors.tell(display.getActiveShell(), exception);
    }
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return FederationPerspective.ID;
  }
}
