package org.archipelago.ui.workbench.run;

import org.archipelago.core.ClientResult;
import org.archipelago.core.RunState;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;

/** States in words, icons and colours. */
public final class RunWords {

  private RunWords() {}

  public static String of(RunState state) {
    return switch (state) {
      case PREPARING -> Messages.State_preparing;
      case RUNNING -> Messages.State_running;
      case PAUSED -> Messages.State_paused;
      case COMPLETED -> Messages.State_completed;
      case STOPPED -> Messages.State_stopped;
      case BUDGET_REACHED -> Messages.State_budgetReached;
      case FAILED -> Messages.State_failed;
      case INTERRUPTED -> Messages.State_interrupted;
    };
  }

  /** The same, and whether it waits for its turn. */
  public static String of(RunSnapshot run) {
    return isQueued(run) ? Messages.State_queued : of(run.state());
  }

  static boolean isQueued(RunSnapshot run) {
    return run.queuedBehind().isPresent() && !run.state().ended();
  }

  static Icons icon(RunSnapshot run) {
    return isQueued(run) ? Icons.STATE_PAUSED : icon(run.state());
  }

  public static Icons icon(RunState state) {
    return switch (state) {
      case PREPARING, RUNNING -> Icons.STATE_ACTIVE;
      case PAUSED, BUDGET_REACHED -> Icons.STATE_PAUSED;
      case COMPLETED -> Icons.STATE_COMPLETED;
      case STOPPED, INTERRUPTED -> Icons.STATE_STOPPED;
      case FAILED -> Icons.STATE_FAILED;
    };
  }

  static Palette color(RunState state) {
    return switch (state) {
      case PREPARING, RUNNING -> Palette.ACCENT;
      case PAUSED, BUDGET_REACHED -> Palette.WARNING;
      case COMPLETED -> Palette.READY;
      case STOPPED, INTERRUPTED -> Palette.QUIET;
      case FAILED -> Palette.ERROR;
    };
  }

  static String of(ClientResult.Status status) {
    if (status == null) {
      return Messages.Client_waiting;
    }
    return switch (status) {
      case TRAINED -> Messages.Client_trained;
      case TOO_FEW_ROWS_TO_JUDGE -> Messages.Client_tooFewRows;
      case NOT_SAMPLED -> Messages.Client_notSampled;
      case DROPPED -> Messages.Client_dropped;
    };
  }
}
