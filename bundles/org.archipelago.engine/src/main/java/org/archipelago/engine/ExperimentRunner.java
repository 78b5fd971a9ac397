package org.archipelago.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.RunRepository;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;

/** Starts runs. Each has a thread of its own for its round loop, and more for its clients. */
public final class ExperimentRunner {

  private final Catalog catalog;
  private final RunRepository repository;

  public ExperimentRunner(Catalog catalog, RunRepository repository) {
    this.catalog = catalog;
    this.repository = repository;
  }

  /**
   * Does all that a run does before its first round, and says what is wrong with the experiment, its
   * data, or how its components go together.
   *
   * @return what the run would need of Java's memory
   * @throws InvalidInputException with all that keeps it from beginning
   */
  public static MemoryNeed check(RunRequest request, Catalog catalog) {
    return check(request, catalog, warning -> {}, ProgressListener.NONE);
  }

  /**
   * The same.
   *
   * @param warnings told of what there is to beware of in the data
   * @param progress told how far reading and partitioning have come
   */
  public static MemoryNeed check(
      RunRequest request, Catalog catalog, Consumer<Problem> warnings, ProgressListener progress) {
    try (Federation prepared = Federation.prepare(request, catalog, progress)) {
      prepared.data().warnings().forEach(warnings);
      return prepared.memory();
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      Optional<String> failed = catalog.failed(e);
      if (failed.isEmpty()) {
        throw e;
      }
      throw new InvalidInputException(Problem.atField("", failed.get()));
    }
  }

  /**
   * Starts a run and returns at once. Whatever goes wrong afterwards is the run's outcome.
   *
   * @param listener told of everything, from the run's own thread
   * @param preparation told how far reading and partitioning have come
   */
  public RunHandle start(RunRequest request, RunListener listener, ProgressListener preparation) {
    return start(
        request.experiment().name(),
        control ->
            Federation.prepare(
                request,
                catalog,
                (what, done, total) -> {
                  control.checkpoint();
                  preparation.progress(what, done, total);
                }),
        listener);
  }

  /**
   * Starts the run that a session was opened for, with whoever has joined it, and returns at once. The
   * participants learn when it is over; closing the session remains the caller's.
   *
   * @param listener told of everything, from the run's own thread
   */
  public RunHandle start(Session session, RunListener listener) {
    return start(
        session.preparation().request().experiment().name(),
        control -> Federation.compose(session.preparation(), catalog, Optional.of(session)),
        listener);
  }

  private RunHandle start(
      String name, Function<RunControl, Federation> prepare, RunListener listener) {
    RunHandle handle = new RunHandle(listener);
    Thread thread =
        new Thread(() -> handle.finish(execute(prepare, handle, listener)), "run " + name);
    thread.setDaemon(true);
    thread.start();
    return handle;
  }

  private RunOutcome execute(
      Function<RunControl, Federation> prepare, RunHandle handle, RunListener listener) {
    try (Federation federation = prepare.apply(handle.control())) {
      handle.control().checkpoint();
      try (RunRecorder recorder = repository.create(federation.header())) {
        handle.running();
        listener.started(federation.header());
        listener.memory(federation.memory());
        RoundLoop loop = new RoundLoop(federation, recorder, listener, handle.control());
        return recorded(evaluated(runToEnd(loop), loop), recorder);
      }
    } catch (RunControl.StoppedException e) {
      return new RunOutcome(RunState.STOPPED, 0, "Stopped before the first round.");
    } catch (InvalidInputException e) {
      handle.invalid(e.problems());
      return new RunOutcome(RunState.FAILED, 0, e.getMessage());
    } catch (IOException e) {
      return new RunOutcome(RunState.FAILED, 0, e.getMessage());
    } catch (RuntimeException | Error e) {
      return new RunOutcome(RunState.FAILED, 0, unexpected(e));
    }
  }

  private RunOutcome runToEnd(RoundLoop loop) {
    try {
      return loop.run();
    } catch (RunControl.StoppedException e) {
      return loop.ended(RunState.STOPPED, "Stopped by the analyst.");
    } catch (IOException | InvalidInputException | DivergedException | TooFewUpdatesException e) {
      return loop.ended(RunState.FAILED, e.getMessage());
    } catch (RuntimeException | Error e) {
      return loop.ended(RunState.FAILED, unexpected(e));
    }
  }

  /** Of a run that failed the model of its last whole round is measured, unless the record can't be written. */
  private RunOutcome evaluated(RunOutcome outcome, RoundLoop loop) {
    if (outcome.state() == RunState.FAILED) {
      loop.evaluateAfterFailure();
      return outcome;
    }
    try {
      loop.evaluate();
      return outcome;
    } catch (RunControl.StoppedException e) {
      return loop.ended(
          outcome.state(), outcome.message() + " Measuring the last model in full was stopped.");
    } catch (IOException e) {
      return loop.ended(RunState.FAILED, e.getMessage());
    } catch (RuntimeException | Error e) {
      return loop.ended(RunState.FAILED, unexpected(e));
    }
  }

  /** Writes the outcome down; where that fails as well, as on a full disk, the first cause counts. */
  private static RunOutcome recorded(RunOutcome outcome, RunRecorder recorder) {
    try {
      recorder.finish(outcome);
      return outcome;
    } catch (IOException e) {
      return outcome.state() == RunState.FAILED
          ? outcome
          : new RunOutcome(RunState.FAILED, outcome.rounds(), e.getMessage());
    }
  }

  private String unexpected(Throwable e) {
    return catalog.failed(e).orElseGet(() -> ofTheProgram(e));
  }

  private static String ofTheProgram(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "Unexpected error: " + e + (trace.length > 0 ? " at " + trace[0] : "");
  }
}
