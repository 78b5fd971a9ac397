package org.archipelago.core;

/**
 * Pause, resume and stop of one run. The working threads call {@link #checkpoint()} at every batch;
 * anyone may call the rest. Thread-safe.
 */
public final class RunControl {

  /** Thrown at a checkpoint when the run was stopped. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("The run was stopped.", null, false, false);
    }
  }

  private volatile boolean attention;
  private boolean paused;
  private boolean stopped;

  /** Blocks while the run is paused. Costs one volatile read while it is not. */
  public void checkpoint() {
    if (attention) {
      awaitPermission();
    }
  }

  private synchronized void awaitPermission() {
    while (paused && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoppedException();
      }
    }
    if (stopped) {
      throw new StoppedException();
    }
  }

  public synchronized void pause() {
    paused = true;
    attention = true;
  }

  public synchronized void resume() {
    paused = false;
    attention = stopped;
    notifyAll();
  }

  /** Final: a stopped run can't be resumed. */
  public synchronized void stop() {
    stopped = true;
    attention = true;
    notifyAll();
  }

  public synchronized boolean paused() {
    return paused && !stopped;
  }

  public synchronized boolean stopped() {
    return stopped;
  }
}
