package org.archipelago.app;

import org.archipelago.ui.help.HelpKey;
import org.archipelago.ui.workbench.FederationPerspective;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Names the first perspective, remembers windows from one start to the next, and tells of errors. */
final class ArchipelagoWorkbenchAdvisor extends WorkbenchAdvisor {

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
