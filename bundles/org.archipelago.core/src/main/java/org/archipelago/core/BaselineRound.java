package org.archipelago.core;

import java.util.List;

/**
 * What the same model would have come to without federating, after as many passes over its rows as a
 * client makes in so many rounds. Both baselines begin with the parameters that the federated run
 * begins with, and are judged on the same common hold-out.
 *
 * <p>They exist in simulation only, and nothing protects them: no ε covers them.
 *
 * @param round 0 for the initial model, then 1, 2, …
 * @param pooled the model trained on the training rows of all clients together
 * @param alone each client's model, trained on its own rows alone, in the order of the clients; no
 *     figures where training diverged; empty where a record must not tell of single clients. Where clients are many,
 *     of those alone on whose own rows the run measured its rounds
 */
public record BaselineRound(int round, Metrics pooled, List<Metrics> alone) {

  public BaselineRound {
    alone = List.copyOf(alone);
  }

  /** The same, saying nothing of single clients. */
  public BaselineRound withoutClients() {
    return new BaselineRound(round, pooled, List.of());
  }
}
