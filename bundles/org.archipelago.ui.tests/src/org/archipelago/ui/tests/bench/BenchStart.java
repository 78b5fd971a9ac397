package org.archipelago.ui.tests.bench;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Measures what the system property {@value #WHAT} names once the window is open, prints it, and ends the program:
 * as its user would after a start, so that the next one finds what is kept; at once after the others.
 */
public final class BenchStart implements IStartup {

  static final String WHAT = "archipelago.bench";

  @Override
  public void earlyStartup() {
    String what = System.getProperty(WHAT);
    if (what == null) {
      return;
    }
    Thread thread = new Thread(() -> measure(what), "benchmark");
    thread.setDaemon(true);
    thread.start();
  }

  private static void measure(String what) {
    Display display = PlatformUI.getWorkbench().getDisplay();
    int code = 0;
    try {
      switch (what) {
        case "start" -> new StartBench(display).measure();
        case "forms" -> new FormsBench(display).measure();
        case "busy" -> new BusyBench(display).measure();
        case "studio" -> new StudioBench(display).measure();
        default -> throw new IllegalArgumentException("no benchmark " + what);
      }
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      code = 1;
    }
    System.out.flush();
    if (what.equals("start")) {
      display.asyncExec(PlatformUI.getWorkbench()::close);
    } else {
      Runtime.getRuntime().halt(code);
    }
  }
}
