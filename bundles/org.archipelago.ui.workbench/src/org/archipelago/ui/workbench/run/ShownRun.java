package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The run that the window shows: what Pause, Stop and Export act on. Set on the UI thread; its
 * listeners are called there.
 */
public final class ShownRun {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private RunModel run;

  public synchronized Optional<RunModel> get() {
    return Optional.ofNullable(run);
  }

  public void show(RunModel newRun) {
    synchronized (this) {
      run = newRun;
    }
    listeners.forEach(Runnable::run);
  }

  /** Shows nothing, if it is that record that is shown. */
  public void forget(String id) {
    if (get().filter(shown -> shown.id().equals(id)).isPresent()) {
      show(null);
    }
  }

  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
