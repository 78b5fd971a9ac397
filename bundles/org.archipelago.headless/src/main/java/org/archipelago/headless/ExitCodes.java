package org.archipelago.headless;

import org.archipelago.core.RunState;

/** What the process ends with; scripts rely on these. */
final class ExitCodes {

  static final int OK = 0;
  static final int INVALID_INPUT = 1;
  static final int USAGE = 2;
  static final int RUN_FAILED = 3;
  static final int STOPPED = 4;

  private ExitCodes() {}

  /** A reached budget is no failure: the experiment asked for it. */
  static int of(RunState state) {
    return switch (state) {
      case COMPLETED, BUDGET_REACHED -> OK;
      case STOPPED -> STOPPED;
      default -> RUN_FAILED;
    };
  }
}
