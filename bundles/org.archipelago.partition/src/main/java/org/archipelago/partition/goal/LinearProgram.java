package org.archipelago.partition.goal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.archipelago.core.RunControl;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A linear program of ojAlgo that can be stopped. */
final class LinearProgram {

  private static final long MILLISECONDS_BETWEEN_LOOKS = 20;
  private static final long LONGEST_MILLISECONDS = 120_000;

  static {
    // ojAlgo else greets on standard output, which may be somebody's JSON.
    System.setProperty("shut.up.ojAlgo", "true");
  }

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private int names;

  LinearProgram() {
    model.options.time_abort = LONGEST_MILLISECONDS;
    model.options.time_suffice = LONGEST_MILLISECONDS;
  }

  Variable variable(double least, double most, double weight) {
    Variable variable = model.addVariable("v" + names++).lower(least).weight(weight);
    return most == Double.POSITIVE_INFINITY ? variable : variable.upper(most);
  }

  /** A sum to be between bounds. */
  Expression sum(double least, double most) {
    Expression sum = model.addExpression("s" + names++);
    return least == most ? sum.level(least) : sum.lower(least).upper(most);
  }

  /**
   * Minimises the weights' sum.
   *
   * @return whether there is a solution, which the variables then have as their values
   * @throws RunControl.StoppedException if it was stopped, or took longer than two minutes
   */
  boolean minimise(RunControl control) {
    return solve(new FutureTask<>(model::minimise), control);
  }

  /** The same for the greatest sum. */
  boolean maximise(RunControl control) {
    return solve(new FutureTask<>(model::maximise), control);
  }

  private boolean solve(FutureTask<Optimisation.Result> task, RunControl control) {
    Thread thread = new Thread(task, "linear program");
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task, control).getState().isFeasible();
    } finally {
      model.options.time_abort = 0;
    }
  }

  private static Optimisation.Result await(FutureTask<Optimisation.Result> task, RunControl control) {
    while (true) {
      control.checkpoint();
      try {
        return task.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // Look whether it is to stop, and wait on.
      } catch (ExecutionException e) {
        throw new IllegalStateException("the linear program failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        control.stop();
      }
    }
  }
}
