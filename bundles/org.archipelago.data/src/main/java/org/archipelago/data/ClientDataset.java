package org.archipelago.data;

import java.util.Optional;
import org.archipelago.core.Examples;

/**
 * The rows one client holds.
 *
 * @param name unique among the clients; natural clients keep the name in their data
 * @param train rows it trains on, at least 1
 * @param present share of the features' values in {@code train} that were there before missing ones were filled in
 * @param test rows that its own figures are measured on, where these are others than it trains on: those that it keeps
 *     back when {@code clientTest} asks for it, or all before they were rebalanced
 */
public record ClientDataset(String name, Examples train, double present, Optional<Examples> test) {

  /** Under so many rows, figures on a client's own rows say nothing. */
  public static final int FEWEST_ROWS_TO_JUDGE = 5;

  /** The rows its own figures are measured on: its own, else those it trains on. */
  public Examples judged() {
    return test.orElse(train);
  }

  /** Whether it has enough rows for figures of its own to mean anything. */
  public boolean judgeable() {
    return judged().rows() >= FEWEST_ROWS_TO_JUDGE;
  }
}
