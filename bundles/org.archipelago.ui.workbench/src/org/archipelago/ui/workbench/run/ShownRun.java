package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs that the window shows, mostly one: the first is what Pause, Stop and Export act on, and more
 * are compared with it. Set on the UI thread; its listeners are called there.
 */
public final class ShownRun {

  /** Runs that can be told apart on one chart. */
  public static final int MOST = 12;

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private List<RunModel> runs = List.of();
  private int wishes;

  /** The run that is shown, or the first of those that are compared. */
  public synchronized Optional<RunModel> get() {
    return runs.stream().findFirst();
  }

  /** All runs that are shown. */
  public synchronized List<RunModel> all() {
    return runs;
  }

  synchronized boolean isShown(RunModel run) {
    return runs.stream().anyMatch(shown -> shown == run);
  }

  /** Notes that other runs are wanted; whoever has to read them first asks afterwards if they still are. */
  synchronized int wish() {
    return ++wishes;
  }

  /** Whether nothing else has been wanted since. */
  synchronized boolean isStillWanted(int wish) {
    return wish == wishes;
  }

  /** Shows one run; null for none. */
  public void show(RunModel newRun) {
    showAll(newRun == null ? List.of() : List.of(newRun));
  }

  /** Shows several runs on the same charts, at most {@link #MOST}. */
  public void showAll(List<RunModel> newRuns) {
    wish();
    set(newRuns.subList(0, Math.min(MOST, newRuns.size())));
  }

  private void set(List<RunModel> newRuns) {
    synchronized (this) {
      runs = List.copyOf(newRuns);
    }
    listeners.forEach(Runnable::run);
  }

  /** No longer shows that record, if it is shown. */
  public void forget(String id) {
    if (all().stream().anyMatch(shown -> shown.id().equals(id))) {
      set(all().stream().filter(shown -> !shown.id().equals(id)).toList());
    }
  }

  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
