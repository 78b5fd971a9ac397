package org.archipelago.data;

import java.util.Optional;
import org.archipelago.core.Examples;

/**
 * The rows one client holds.
 *
 * @param name unique among the clients; natural clients keep the name in their data
 * @param train rows it trains on, at least 1
 * @param present share of the features' values in {@code train} that were there before missing ones were filled in
 * @param test rows it keeps back for figures of its own, when {@code clientTest} asks for them
 * @param before the rows it trains on as they were before some were repeated or left out to make classes even
 */
public record ClientDataset(
    String name, Examples train, double present, Optional<Examples> test, Optional<Examples> before) {

  /** Under so many rows, figures on a client's own rows say nothing. */
  public static final int FEWEST_ROWS_TO_JUDGE = 5;

  /** The rows its own figures are measured on: those kept back, else those it trains on, each once. */
  public Examples judged() {
    return test.or(() -> before).orElse(train);
  }

  /** Whether it has enough rows for figures of its own to mean anything. */
  public boolean judgeable() {
    return judged().rows() >= FEWEST_ROWS_TO_JUDGE;
  }
}
