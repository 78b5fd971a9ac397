package org.archipelago.ui.workbench.run;

import java.util.function.IntFunction;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;
import org.archipelago.ui.workbench.Messages;

/** A run of this workbench that is queued or under way. Thread-safe. */
public final class LiveRun {

  private final RunModel model;
  private final String origin;
  private final Runnable whenWithdrawn;
  private volatile RunQueue.Place place;
  private RunHandle handle;
  private boolean withdrawn;

  /**
   * @param origin what it is started from, as in {@link RunOrigins}
   * @param whenWithdrawn called when it is stopped before its turn has come
   */
  LiveRun(RunModel model, String origin, Runnable whenWithdrawn) {
    this.model = model;
    this.origin = origin;
    this.whenWithdrawn = whenWithdrawn;
  }

  /** Queues it; it begins when its turn comes. */
  void enter(RunQueue queue, IntFunction<RunHandle> start) {
    place = queue.enter(threads -> begin(start, threads), this::moved);
    moved();
  }

  private synchronized void begin(IntFunction<RunHandle> start, int threads) {
    if (!withdrawn) {
      model.admitted();
      handle = start.apply(threads);
    }
  }

  private void moved() {
    RunQueue.Place mine = place;
    if (mine != null && mine.isWaiting()) {
      model.queued(mine.ahead());
    }
  }

  /** What a view shows of it. */
  public RunModel model() {
    return model;
  }

  /** What it was started from, as in {@link RunOrigins}. */
  public String origin() {
    return origin;
  }

  /**
   * Pauses it, or lets it go on if it is paused. Others may have its threads meanwhile; then it goes on when
   * there are threads again, unless it is asked to stay paused.
   */
  public void togglePause() {
    RunHandle mine = started();
    RunQueue.Place held = place;
    if (mine == null || held == null) {
      return;
    }
    if (held.isWaiting()) {
      held.leave();
      model.admitted();
    } else if (mine.state() == RunState.PAUSED) {
      held.comeBack(() -> {
        model.admitted();
        mine.resume();
      });
      moved();
    } else {
      mine.pause();
      if (mine.state() == RunState.PAUSED) {
        held.leave();
      }
    }
  }

  /** Ends it at its next batch, or takes it out of the queue. */
  public void stop() {
    synchronized (this) {
      if (handle != null) {
        handle.stop();
        return;
      }
      if (withdrawn) {
        return;
      }
      withdrawn = true;
    }
    leave();
    model.finished(new RunOutcome(RunState.STOPPED, 0, Messages.Run_withdrawn));
    whenWithdrawn.run();
  }

  /** Gives its threads back. */
  void leave() {
    RunQueue.Place mine = place;
    if (mine != null) {
      mine.leave();
    }
  }

  RunOutcome await() {
    return started().await();
  }

  private synchronized RunHandle started() {
    return handle;
  }
}
