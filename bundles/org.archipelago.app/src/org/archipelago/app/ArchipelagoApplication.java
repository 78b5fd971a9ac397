package org.archipelago.app;

import java.io.IOException;
import org.archipelago.ui.workbench.preferences.LanguageChoice;
import org.archipelago.ui.workbench.preferences.Relaunch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Opens the workbench and keeps it open until the last window closes. */
public final class ArchipelagoApplication implements IApplication {

  @Override
  public Object start(IApplicationContext context) throws IOException {
    if (!LanguageChoice.chosen().isSpoken() && !Relaunch.isLanguageGiven()) {
      Relaunch.start();
      return EXIT_OK;
    }
    Display.setAppName("Archipelago");
    Display display = PlatformUI.createDisplay();
    int code;
    try {
      code = PlatformUI.createAndRunWorkbench(display, new ArchipelagoWorkbenchAdvisor());
    } finally {
      display.dispose();
    }
    if (code == PlatformUI.RETURN_RESTART) {
      Relaunch.start();
    }
    return EXIT_OK;
  }

  @Override
  public void stop() {
    if (!PlatformUI.isWorkbenchRunning()) {
      return;
    }
    IWorkbench workbench = PlatformUI.getWorkbench();
    Display display = workbench.getDisplay();
    display.syncExec(() -> {
      if (!display.isDisposed()) {
        workbench.close();
      }
    });
  }
}
