package org.archipelago.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Brings news from any thread to the UI thread: however often it is asked while an update is waiting,
 * the update runs once. At least {@link #PAUSE_MILLIS} lie between two updates, so that a run of a
 * thousand rounds a second leaves the window responsive.
 */
public final class Coalescer {

  /** Least time from one update to the next. */
  public static final int PAUSE_MILLIS = 60;

  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Control owner;
  private final Display display;
  private final Runnable update;

  /**
   * @param owner the update is dropped once this is disposed
   * @param update runs on the UI thread
   */
  public Coalescer(Control owner, Runnable update) {
    this.owner = owner;
    this.display = owner.getDisplay();
    this.update = update;
  }

  /** Asks for an update, from any thread. */
  public void request() {
    if (waiting.compareAndSet(false, true) && !display.isDisposed()) {
      display.asyncExec(() -> {
        if (!display.isDisposed()) {
          display.timerExec(PAUSE_MILLIS, this::runUpdate);
        }
      });
    }
  }

  private void runUpdate() {
    waiting.set(false);
    if (!owner.isDisposed()) {
      update.run();
    }
  }
}
