package org.archipelago.ui.workbench.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.results.RunSeries;

/**
 * What a view shows of a run: fed by the run's own thread, or by its record. Knows no widget.
 * Thread-safe; its listeners are called from whichever thread brings the news.
 */
public final class RunModel implements RunListener, ProgressListener {

  private static final int ROUNDS_FOR_PACE = 10;

  private final String name;
  private final LongSupplier nanoTime;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, ClientRow> clients = new LinkedHashMap<>();
  private final Deque<Double> pace = new ArrayDeque<>();
  private RunState state = RunState.PREPARING;
  private String message = "";
  private String id = "";
  private RunHeader header;
  private RunSeries series;
  private int round;
  private double partOfRound;
  private double preparation;
  private double workedSeconds;
  private long workingSince;

  /**
   * A run that is about to start.
   *
   * @param name the experiment's name
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public RunModel(String name, LongSupplier nanoTime) {
    this.name = name;
    this.nanoTime = nanoTime;
    this.workingSince = nanoTime.getAsLong();
  }

  /** A run as its record tells it. */
  public static RunModel of(Run run) {
    RunModel model = new RunModel(run.header().experiment().name(), () -> 0);
    model.id = run.id();
    model.started(run.header());
    run.rounds().forEach(model::round);
    model.workedSeconds = run.rounds().stream().mapToDouble(r -> r.seconds().orElse(0)).sum();
    model.end(run.state(), run.message());
    return model;
  }

  /** The record's name in its repository; empty until there is one. */
  public synchronized String id() {
    return id;
  }

  void recordedAs(String newId) {
    synchronized (this) {
      id = newId;
    }
    changed();
  }

  /** The run as it stands now. */
  public synchronized RunSnapshot snapshot() {
    int rounds = header == null ? 0 : header.experiment().rounds();
    return new RunSnapshot(
        name,
        state,
        message,
        Optional.ofNullable(header),
        Optional.ofNullable(series),
        round,
        rounds,
        progress(rounds),
        workedSeconds + (working() ? (nanoTime.getAsLong() - workingSince) / 1e9 : 0),
        remaining(rounds),
        new ArrayList<>(clients.values()));
  }

  /** Where the run stands. */
  public synchronized RunState state() {
    return state;
  }

  private double progress(int rounds) {
    if (header == null) {
      return preparation;
    }
    return rounds == 0 ? 1 : Math.min(1, (round + partOfRound) / rounds);
  }

  private OptionalDouble remaining(int rounds) {
    if (state.ended() || pace.isEmpty()) {
      return OptionalDouble.empty();
    }
    double mean = pace.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return OptionalDouble.of(mean * Math.max(0, rounds - round - partOfRound));
  }

  private boolean working() {
    return state == RunState.PREPARING || state == RunState.RUNNING;
  }

  @Override
  public void progress(String what, long done, long total) {
    synchronized (this) {
      message = what;
      preparation = total > 0 ? (double) done / total : 0;
    }
    changed();
  }

  @Override
  public void started(RunHeader newHeader) {
    synchronized (this) {
      header = newHeader;
      series = new RunSeries(newHeader);
      message = "";
      for (DatasetSummary.ClientSummary client : newHeader.dataset().clients()) {
        clients.put(client.name(), ClientRow.waiting(client.name(), client.rows()));
      }
    }
    changed();
  }

  @Override
  public void round(RoundResult result) {
    synchronized (this) {
      series.add(result);
      round = result.round();
      partOfRound = 0;
      String metric = header.dataset().task().primaryMetric();
      for (ClientResult client : result.clients()) {
        clients.merge(
            client.client(),
            ClientRow.waiting(client.client(), client.rows()).after(round, client, metric),
            (old, fresh) -> old.after(round, client, metric));
      }
      if (round > 0) {
        result.seconds().ifPresent(this::addToPace);
      }
    }
    changed();
  }

  private void addToPace(double seconds) {
    pace.addLast(seconds);
    if (pace.size() > ROUNDS_FOR_PACE) {
      pace.removeFirst();
    }
  }

  @Override
  public void progress(int underWay, int clientsDone, int cohort) {
    synchronized (this) {
      partOfRound = underWay > round && cohort > 0 ? (double) clientsDone / cohort : 0;
    }
    changed();
  }

  @Override
  public void state(RunState next) {
    synchronized (this) {
      boolean worked = working();
      long now = nanoTime.getAsLong();
      if (worked) {
        workedSeconds += (now - workingSince) / 1e9;
      }
      state = next;
      workingSince = now;
      if (series != null) {
        series.state(next);
      }
    }
    changed();
  }

  @Override
  public void finished(RunOutcome outcome) {
    end(outcome.state(), outcome.message());
  }

  private void end(RunState ended, String how) {
    synchronized (this) {
      message = how;
    }
    if (state() != ended) {
      state(ended);
    }
    changed();
  }

  /** Calls the listener, from any thread, after every change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
