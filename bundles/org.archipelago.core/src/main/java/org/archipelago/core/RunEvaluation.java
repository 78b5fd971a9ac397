package org.archipelago.core;

import java.util.List;
import java.util.Optional;

/**
 * What a run's last model was found to be worth.
 *
 * @param round the last whole round
 * @param test on the common hold-out; absent when there is none
 * @param clients on the rows that all clients keep back, taken together; absent when they keep none
 * @param each on the rows that each client keeps back; empty when they keep none
 */
public record RunEvaluation(
    int round, Optional<Evaluation> test, Optional<Evaluation> clients, List<OfClient> each) {

  /**
   * One client's.
   *
   * @param client its name
   * @param evaluation on the rows it keeps back
   */
  public record OfClient(String client, Evaluation evaluation) {}

  public RunEvaluation {
    each = List.copyOf(each);
  }

  /** The same, saying nothing that was measured on clients' rows. */
  public RunEvaluation withoutClients() {
    return new RunEvaluation(round, test, Optional.empty(), List.of());
  }
}
