package org.archipelago.ui.workbench.run;

import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;

/** A run that this workbench started and that has not ended. Thread-safe. */
public final class LiveRun {

  private final RunModel model;
  private final RunHandle handle;

  LiveRun(RunModel model, RunHandle handle) {
    this.model = model;
    this.handle = handle;
  }

  /** What a view shows of it. */
  public RunModel model() {
    return model;
  }

  /** Pauses it, or lets it go on if it is paused. */
  public void togglePause() {
    if (handle.state() == RunState.PAUSED) {
      handle.resume();
    } else {
      handle.pause();
    }
  }

  /** Ends it at its next batch. */
  public void stop() {
    handle.stop();
  }

  RunOutcome await() {
    return handle.await();
  }
}
