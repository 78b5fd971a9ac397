package org.archipelago.engine;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that train: they end with the process, and have the lowest priority, so that windows and
 * participants are answered at once although every core trains.
 *
 * @param name shown by debuggers
 */
record WorkerThreads(String name) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }
}
