package org.archipelago.ui.tests.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Tells the time, in milliseconds since 1970, from which on the window is there and answers at once. */
final class StartBench {

  private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int ANSWERS = 5;
  private static final int PAUSE_MILLIS = 20;

  private final Display display;

  StartBench(Display display) {
    this.display = display;
  }

  void measure() {
    long since = System.currentTimeMillis();
    for (int answers = 0; answers < ANSWERS; ) {
      long asked = System.nanoTime();
      boolean[] visible = new boolean[1];
      display.syncExec(() ->
          visible[0] = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().isVisible());
      boolean atOnce = visible[0] && System.nanoTime() - asked < AT_ONCE_NANOS;
      answers = atOnce ? answers + 1 : 0;
      since = answers <= 1 ? System.currentTimeMillis() : since;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    System.out.println("usable at " + since);
  }
}
