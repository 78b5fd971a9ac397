package org.archipelago.ui.tests.tour;

import java.nio.file.Path;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Takes the tour once the window is open, if the system property {@value #OUT} names a folder; then quits. */
public final class TourStart implements IStartup {

  static final String OUT = "archipelago.tour.out";
  static final String ONLY = "archipelago.tour.only";

  @Override
  public void earlyStartup() {
    String out = System.getProperty(OUT);
    if (out != null) {
      Display display = PlatformUI.getWorkbench().getDisplay();
      Guide guide = new Guide(display, new Camera(display, Path.of(out)), System.getProperty(ONLY, ""));
      Thread thread = new Thread(() -> take(guide), "tour");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void take(Guide guide) {
    try {
      new Tour(guide).take();
    } catch (RuntimeException | Error e) {
      guide.failed("the tour", e);
    } finally {
      guide.quit();
    }
  }
}
