package org.archipelago.ui.workbench.partition;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Works in the background on the newest of what was asked for: what comes in meanwhile waits, and only the last of it is
 * kept. Results are told in order on the UI thread; none of those asked for before {@link #forget}.
 *
 * @param <I> what is asked for
 * @param <O> what comes of it
 */
final class NewestJob<I, O> {

  /** What is done with a request; it may tell results step by step. */
  interface Work<I, O> {

    void run(I asked, Consumer<O> results);
  }

  private record Asked<I>(I what, int generation) {}

  private final Display display;
  private final Work<I, O> work;
  private final Consumer<O> receiver;
  private final Job job;
  private final AtomicReference<Asked<I>> waiting = new AtomicReference<>();
  private volatile int generation;
  private final AtomicInteger working = new AtomicInteger();

  /** @param receiver is told on the UI thread */
  NewestJob(String name, Display display, Work<I, O> work, Consumer<O> receiver) {
    this.display = display;
    this.work = work;
    this.receiver = receiver;
    job = Job.createSystem(name, (ICoreRunnable) monitor -> run());
    job.setPriority(Job.INTERACTIVE);
  }

  /** Asks for work; to be called on the UI thread. */
  void request(I what) {
    waiting.set(new Asked<>(what, generation));
    job.schedule();
  }

  /** Drops what waits, and what comes of that under way. */
  void forget() {
    generation++;
    waiting.set(null);
  }

  /** Whether nothing waits and nothing is under way. */
  boolean isIdle() {
    return waiting.get() == null && working.get() == 0;
  }

  private void run() {
    working.incrementAndGet();
    try {
      for (Asked<I> asked = waiting.getAndSet(null); asked != null; asked = waiting.getAndSet(null)) {
        int then = asked.generation();
        work.run(asked.what(), result -> tell(result, then));
      }
    } finally {
      tellEnd();
    }
  }

  private void tell(O result, int then) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (then == generation) {
          receiver.accept(result);
        }
      });
    }
  }

  /** It counts as idle only once its results have been told. */
  private void tellEnd() {
    if (!display.isDisposed()) {
      display.asyncExec(working::decrementAndGet);
    }
  }
}
