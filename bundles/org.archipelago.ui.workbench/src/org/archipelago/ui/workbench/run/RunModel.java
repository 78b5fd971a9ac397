package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Language;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.engine.Participant;
import org.archipelago.results.RecordedWords;
import org.archipelago.results.RunSeries;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.osgi.util.NLS;

/**
 * What a view shows of a run: fed by the run's own thread, or by its record. Knows no widget.
 * Thread-safe; its listeners are called from whichever thread brings the news.
 */
public final class RunModel implements RunListener, ProgressListener {

  private static final int NOT_QUEUED = -1;

  private final RunClock clock;
  private final boolean recorded;
  private final RunLog log;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ClientRows clients = new ClientRows();
  private String name;
  private RunState state = RunState.PREPARING;
  private int queuedBehind = NOT_QUEUED;
  private String message = "";
  private String id = "";
  private RunHeader header;
  private RunSeries series;
  private RunEvaluation evaluation;
  private int round;
  private double partOfRound;
  private double preparation;

  /**
   * A run that is about to start.
   *
   * @param name the experiment's name
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public RunModel(String name, LongSupplier nanoTime) {
    this(name, nanoTime, false);
  }

  private RunModel(String name, LongSupplier nanoTime, boolean recorded) {
    this.name = name;
    this.clock = new RunClock(nanoTime);
    this.recorded = recorded;
    this.log = new RunLog(recorded);
    clock.working(working());
  }

  /** A run that is read from the record of that name: it is told of each round as it is read. */
  public static RunModel recorded(String id) {
    RunModel model = new RunModel(id, () -> 0, true);
    model.id = id;
    return model;
  }

  /** A run as its record tells it. */
  public static RunModel of(Run run) {
    RunModel model = recorded(run.id());
    model.started(run.header());
    run.rounds().forEach(model::round);
    model.baselines(run.baselines());
    run.evaluation().ifPresent(model::evaluated);
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

  /** Says how many runs will begin before this one. */
  void queued(int ahead) {
    synchronized (this) {
      queuedBehind = ahead;
      clock.working(working());
    }
    log.add(Messages.State_queued);
    changed();
  }

  /** Its turn has come. */
  void admitted() {
    synchronized (this) {
      queuedBehind = NOT_QUEUED;
      clock.working(working());
    }
    changed();
  }

  /** Whether it waits for its turn. */
  public synchronized boolean isQueued() {
    return queuedBehind != NOT_QUEUED && !state.ended();
  }

  /** Says who its remote clients are and what they do, until it ends. */
  void participants(Supplier<List<Participant>> tellsOfThem) {
    synchronized (this) {
      clients.participants(tellsOfThem);
    }
    changed();
  }

  /** Notes in the log what happened to a remote client. */
  public void happened(String who, String what) {
    log.add(NLS.bind(Messages.Log_happened, who, what));
    changed();
  }

  /** Puts the baselines on its charts. */
  void baselines(List<BaselineRound> rounds) {
    synchronized (this) {
      series.baselines(rounds);
    }
    changed();
  }

  /** Says something about a run that another process controls. */
  void remark(String text) {
    synchronized (this) {
      message = text;
    }
    changed();
  }

  /** The run as it stands now. */
  public synchronized RunSnapshot snapshot() {
    int rounds = header == null ? 0 : header.experiment().rounds();
    return new RunSnapshot(
        name,
        state,
        queuedBehind == NOT_QUEUED ? OptionalInt.empty() : OptionalInt.of(queuedBehind),
        message,
        Optional.ofNullable(header),
        Optional.ofNullable(series),
        round,
        rounds,
        progress(rounds),
        clock.elapsedSeconds(),
        state.ended() ? OptionalDouble.empty() : clock.remainingSeconds(rounds - round - partOfRound),
        clients.list(),
        Optional.ofNullable(evaluation),
        log);
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

  private boolean working() {
    return !recorded
        && queuedBehind == NOT_QUEUED
        && (state == RunState.PREPARING || state == RunState.RUNNING);
  }

  @Override
  public void progress(String what, long done, long total) {
    String said = RecordedWords.in(Language.current(), what);
    synchronized (this) {
      message = said;
      preparation = total > 0 ? (double) done / total : 0;
    }
    log.add(said);
    changed();
  }

  @Override
  public void started(RunHeader newHeader) {
    synchronized (this) {
      header = newHeader;
      name = newHeader.experiment().name();
      series = new RunSeries(newHeader, Language.current());
      message = "";
      clients.add(newHeader.dataset().clients());
    }
    log.started(newHeader);
    changed();
  }

  @Override
  public void round(RoundResult result) {
    synchronized (this) {
      series.add(result);
      round = result.round();
      partOfRound = 0;
      if (recorded) {
        clock.add(result.seconds().orElse(0));
      }
      String metric = header.dataset().task().primaryMetric();
      clients.round(result, metric);
      if (round > 0) {
        result.seconds().ifPresent(clock::round);
      }
      log.round(result, metric);
    }
    changed();
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
      state = next;
      clock.working(working());
      if (series != null) {
        series.state(next);
      }
    }
    log.add(RunWords.of(next));
    changed();
  }

  @Override
  public void evaluated(RunEvaluation measured) {
    synchronized (this) {
      evaluation = measured;
      series.evaluated(measured);
      clients.evaluated(measured.own(), header.dataset().task().primaryMetric());
    }
    changed();
  }

  @Override
  public void finished(RunOutcome outcome) {
    end(outcome.state(), outcome.message());
  }

  private void end(RunState ended, String recorded) {
    String how = RecordedWords.in(Language.current(), recorded);
    synchronized (this) {
      message = how;
      clients.end();
    }
    if (state() != ended) {
      state(ended);
    }
    log.add(how);
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
