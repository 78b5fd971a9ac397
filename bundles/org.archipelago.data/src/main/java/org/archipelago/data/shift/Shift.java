package org.archipelago.data.shift;

import org.archipelago.core.Examples;

/**
 * What makes the rows that simulated clients train on other than they were dealt. It remembers nothing and is asked by many
 * threads: what it draws comes from the streams of the client, so that a run can be repeated.
 */
public interface Shift {

  /** Whether rows differ from round to round; else they are asked for once. */
  default boolean drifts() {
    return false;
  }

  /**
   * The rows that a client trains on.
   *
   * @param own its rows as they were dealt, encoded and scaled; not changed
   * @param round from 1; of no effect where nothing drifts
   */
  Examples shifted(Examples own, ShiftedClient client, int round);
}
