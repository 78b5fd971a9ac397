package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Lets runs begin, first come first served, so that at no time more than a number of runs, on more than a
 * number of worker threads in all, are at work. A run gets its share of the threads when it begins and gives
 * it back when it ends or is paused; results do not depend on how many threads it got. Knows no widget and
 * starts no thread itself. Thread-safe.
 */
public final class RunQueue {

  private final List<Place> waiting = new ArrayList<>();
  private int cores;
  private int atOnce;
  private int inUse;
  private int atWork;

  /**
   * @param cores threads in all, at least 1
   * @param atOnce runs at work at the same time at most, at least 1; a run gets its part of the threads
   */
  public RunQueue(int cores, int atOnce) {
    limit(cores, atOnce);
  }

  /** Changes the limits. Runs at work keep what they have. */
  public void limit(int newCores, int newAtOnce) {
    if (newCores < 1 || newAtOnce < 1) {
      throw new IllegalArgumentException(
          "cores and runs at once must be at least 1, but are " + newCores + " and " + newAtOnce);
    }
    synchronized (this) {
      cores = newCores;
      atOnce = newAtOnce;
    }
    admit();
  }

  /** A run's place in the queue, and later among those at work. */
  public final class Place {

    private final Runnable moved;
    private IntConsumer begin;
    private int threads;
    private boolean working;

    private Place(IntConsumer begin, Runnable moved) {
      this.begin = begin;
      this.moved = moved;
    }

    /** Runs that will begin before this one; 0 also for one that has begun or been taken out. */
    public int ahead() {
      synchronized (RunQueue.this) {
        return Math.max(0, waiting.indexOf(this));
      }
    }

    /** Whether it waits for its turn, for the first time or after a pause. */
    public boolean isWaiting() {
      synchronized (RunQueue.this) {
        return waiting.contains(this);
      }
    }

    /**
     * Gives the place up: takes a waiting run out of the queue, or gives the threads of one that is paused
     * or has ended back. Again does nothing.
     *
     * @return whether it was waiting, so that it will not begin
     */
    public boolean leave() {
      boolean wasWaiting;
      synchronized (RunQueue.this) {
        wasWaiting = waiting.remove(this);
        if (working) {
          working = false;
          inUse -= threads;
          atWork--;
        }
      }
      admit();
      return wasWaiting;
    }

    /**
     * Asks for the threads back that it left; before any run that has not begun.
     *
     * @param goOn lets the run go on, and returns at once
     */
    public void comeBack(Runnable goOn) {
      synchronized (RunQueue.this) {
        begin = number -> goOn.run();
        int place = 0;
        while (place < waiting.size() && waiting.get(place).threads > 0) {
          place++;
        }
        waiting.add(place, this);
      }
      admit();
    }

    /** How many threads it gets now; 0 if it has to wait. One that comes back needs all it had. */
    private int granted() {
      int free = cores - inUse;
      if (atWork >= atOnce) {
        return 0;
      }
      if (threads > 0) {
        return threads <= free || atWork == 0 ? threads : 0;
      }
      int share = (cores + atOnce - 1) / atOnce;
      return Math.max(0, Math.min(share, free));
    }
  }

  /**
   * Queues a run. It may begin before this returns, on the caller's thread; else on the thread of whoever
   * makes room.
   *
   * @param begin begins the run with that many threads, and returns at once
   * @param moved called when its place among the waiting has changed
   */
  public Place enter(IntConsumer begin, Runnable moved) {
    Place place = new Place(begin, moved);
    synchronized (this) {
      waiting.add(place);
    }
    admit();
    return place;
  }

  private void admit() {
    List<Place> admitted = new ArrayList<>();
    List<Place> left;
    synchronized (this) {
      while (!waiting.isEmpty() && waiting.getFirst().granted() > 0) {
        Place next = waiting.getFirst();
        next.threads = next.granted();
        next.working = true;
        inUse += next.threads;
        atWork++;
        waiting.removeFirst();
        admitted.add(next);
      }
      left = List.copyOf(waiting);
    }
    admitted.forEach(place -> place.begin.accept(place.threads));
    left.forEach(place -> place.moved.run());
  }

  /** Worker threads that are given out. */
  public synchronized int inUse() {
    return inUse;
  }

  /** Runs that wait. */
  public synchronized int waiting() {
    return waiting.size();
  }
}
