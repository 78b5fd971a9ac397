package org.archipelago.app;

import org.archipelago.ui.workbench.FederationPerspective;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Names the first perspective and remembers windows from one start to the next. */
final class ArchipelagoWorkbenchAdvisor extends WorkbenchAdvisor {

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    super.initialize(configurer);
    configurer.setSaveAndRestore(true);
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
    return new ArchipelagoWindowAdvisor(configurer);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return FederationPerspective.ID;
  }
}
