package org.archipelago.core;

/**
 * How a run ended.
 *
 * @param state an ended state
 * @param rounds whole rounds done
 * @param message what happened, for people to read
 */
public record RunOutcome(RunState state, int rounds, String message) {

  public RunOutcome {
    if (!state.ended()) {
      throw new IllegalArgumentException(state + " is not the end of a run");
    }
  }
}
