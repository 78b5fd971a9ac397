package org.archipelago.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.archipelago.core.Problem;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;

/** A run under way, for whoever started it. Thread-safe. */
public final class RunHandle {

  private final RunControl control = new RunControl();
  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
  private final RunListener listener;
  private RunState state = RunState.PREPARING;
  private List<Problem> problems = List.of();

  RunHandle(RunListener listener) {
    this.listener = listener;
  }

  public synchronized RunState state() {
    return state;
  }

  /** What of the user's input kept the run from beginning; empty when it began or failed otherwise. */
  public synchronized List<Problem> problems() {
    return problems;
  }

  /** Holds the run at its next batch. */
  public synchronized void pause() {
    if (state == RunState.RUNNING) {
      control.pause();
      moveTo(RunState.PAUSED);
    }
  }

  /** Lets a paused run go on. */
  public synchronized void resume() {
    if (state == RunState.PAUSED) {
      control.resume();
      moveTo(RunState.RUNNING);
    }
  }

  /** Ends the run at its next batch; its record keeps every whole round. */
  public void stop() {
    control.stop();
  }

  /** Waits for the end. Never throws for a failed run: its outcome says so. */
  public RunOutcome await() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a run must end with an outcome", e);
    }
  }

  RunControl control() {
    return control;
  }

  synchronized void invalid(List<Problem> found) {
    problems = List.copyOf(found);
  }

  synchronized void running() {
    moveTo(control.paused() ? RunState.PAUSED : RunState.RUNNING);
  }

  void finish(RunOutcome result) {
    synchronized (this) {
      moveTo(result.state());
    }
    try {
      listener.finished(result);
    } finally {
      outcome.complete(result);
    }
  }

  private void moveTo(RunState next) {
    state = next;
    listener.state(next);
  }
}
