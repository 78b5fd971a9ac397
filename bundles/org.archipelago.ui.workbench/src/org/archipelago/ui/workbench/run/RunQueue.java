package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Lets runs begin, first come first served, so that at no time more than a number of worker threads are
 * at work in all. A run gets its share when it begins and gives it back when it ends; results do not
 * depend on how many threads it got. Knows no widget and starts no thread itself. Thread-safe.
 */
public final class RunQueue {

  private final int capacity;
  private final int share;
  private final List<Place> waiting = new ArrayList<>();
  private int inUse;

  /**
   * @param capacity threads in all, at least 1
   * @param share threads a run gets at most, from 1 to the capacity
   */
  public RunQueue(int capacity, int share) {
    if (capacity < 1 || share < 1 || share > capacity) {
      throw new IllegalArgumentException(
          "capacity must be at least 1 and share from 1 to it, but are " + capacity + " and " + share);
    }
    this.capacity = capacity;
    this.share = share;
  }

  /** A queue for that many processors, on which two runs are at work at the same time. */
  public static RunQueue of(int processors) {
    return new RunQueue(processors, Math.max(1, processors / 2));
  }

  /** A run's place in the queue, and later among those at work. */
  public final class Place {

    private final IntConsumer begin;
    private final Runnable moved;
    private int threads;
    private boolean given;

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

    /** Whether it still waits for its turn. */
    public boolean isWaiting() {
      synchronized (RunQueue.this) {
        return waiting.contains(this);
      }
    }

    /**
     * Gives the place up: takes a waiting run out of the queue, or gives the threads of one that has
     * ended back. Again does nothing.
     *
     * @return whether it was still waiting, so that it will never begin
     */
    public boolean leave() {
      boolean wasWaiting;
      synchronized (RunQueue.this) {
        wasWaiting = waiting.remove(this);
        if (!given) {
          given = true;
          inUse -= threads;
        }
      }
      admit();
      return wasWaiting;
    }
  }

  /**
   * Queues a run. It may begin before this returns, on the caller's thread; else on the thread of whoever
   * leaves.
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
      while (!waiting.isEmpty() && inUse < capacity) {
        Place next = waiting.remove(0);
        next.threads = Math.min(share, capacity - inUse);
        inUse += next.threads;
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
