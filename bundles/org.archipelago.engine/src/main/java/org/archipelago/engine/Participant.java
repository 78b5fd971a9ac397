package org.archipelago.engine;

import java.time.Instant;

/**
 * A remote client as the session sees it.
 *
 * @param name unique in the session
 * @param state what it is doing
 * @param rows training rows it says it holds
 * @param lastSeen when it was last heard of
 * @param round the last round that it was asked to train in; 0 for none
 */
public record Participant(String name, State state, long rows, Instant lastSeen, int round) {

  /** What a participant can be doing. */
  public enum State {
    /** Joined; waits for a round. */
    WAITING,
    /** Trains, or was asked to. */
    TRAINING,
    /** Not heard of for longer than the session waits; may come back. */
    ABSENT,
    /** Said goodbye; may come back. */
    LEFT,
    /** Has heard that the session is over. */
    DONE;

    /** Whether it can be reckoned with. */
    public boolean here() {
      return this == WAITING || this == TRAINING;
    }
  }
}
