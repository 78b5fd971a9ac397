package org.archipelago.core;

import java.util.List;
import java.util.Optional;

/**
 * What a run's last model was found to be worth.
 *
 * @param round the last whole round
 * @param test on the common hold-out; absent when there is none
 * @param clients on the rows that all clients keep back, taken together; absent when they keep none
 * @param each on the rows that each client keeps back; empty when they keep none, and where {@code own} tells
 *     of them
 * @param own the few figures of every client on its own rows, where the rounds tell those of some clients alone;
 *     empty where they tell those of all. Clients with too few rows to judge are missing
 */
public record RunEvaluation(
    int round,
    Optional<Evaluation> test,
    Optional<Evaluation> clients,
    List<OfClient> each,
    List<OwnFigures> own) {

  /**
   * One client's.
   *
   * @param client its name
   * @param evaluation on the rows it keeps back
   */
  public record OfClient(String client, Evaluation evaluation) {}

  /**
   * One client's few figures.
   *
   * @param client its name
   * @param figures on the rows that it keeps back, else on those that it trains on
   */
  public record OwnFigures(String client, Metrics figures) {}

  public RunEvaluation {
    each = List.copyOf(each);
    own = List.copyOf(own);
  }

  /** Of clients whose own figures the rounds tell. */
  public RunEvaluation(
      int round, Optional<Evaluation> test, Optional<Evaluation> clients, List<OfClient> each) {
    this(round, test, clients, each, List.of());
  }

  /** The same, saying nothing that was measured on clients' rows. */
  public RunEvaluation withoutClients() {
    return new RunEvaluation(round, test, Optional.empty(), List.of());
  }
}
