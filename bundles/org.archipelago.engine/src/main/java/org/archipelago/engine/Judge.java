package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunEvaluation.OfClient;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.metrics.Tally;

/**
 * Says what a model is worth: in every round by the figures that are cheap on the common hold-out, at the
 * end by all there are, also on the rows that clients keep back. Clients' counts are merged for the figures
 * of all of them together.
 */
final class Judge {

  /** Up to so many scores are ranked in every round for the area under the ROC curve. */
  private static final long MOST_SCORES_A_ROUND = 1_000_000;

  /** And so many at the end: 160 MB. */
  private static final long MOST_SCORES = 20_000_000;

  /** Clients' confusion matrices are kept up to so many counts. */
  private static final long MOST_COUNTS = 1_000_000;

  private final FederatedDataset data;
  private final SimulationBackend simulation;

  Judge(FederatedDataset data, SimulationBackend simulation) {
    this.data = data;
    this.simulation = simulation;
  }

  /** Figures on the common hold-out; nothing when it has no rows. */
  Optional<Metrics> figures(ModelParameters global) {
    return simulation
        .tallyTest(global, scores(data.test().rows()) <= MOST_SCORES_A_ROUND)
        .map(Tally::figures);
  }

  /** Everything there is to say of the model after a round. */
  RunEvaluation evaluate(ModelParameters global, int round) {
    Optional<Evaluation> test =
        simulation
            .tallyTest(global, scores(data.test().rows()) <= MOST_SCORES)
            .map(Tally::evaluation);
    return data.clients().stream().allMatch(client -> client.test().isPresent())
        ? withClients(global, round, test)
        : new RunEvaluation(round, test, Optional.empty(), List.of());
  }

  private RunEvaluation withClients(ModelParameters global, int round, Optional<Evaluation> test) {
    long rows = data.clients().stream().mapToLong(client -> client.test().orElseThrow().rows()).sum();
    boolean ranked = scores(rows) <= MOST_SCORES;
    long classes = data.task().classes().size();
    boolean detailed = data.clients().size() * classes * classes <= MOST_COUNTS;
    Tally together = Tally.of(data.task(), data.targetScale(), ranked);
    List<OfClient> each = new ArrayList<>();
    simulation.tallyClients(
        global,
        ranked,
        tally -> {
          ClientDataset client = data.clients().get(each.size());
          Evaluation evaluation = tally.evaluation();
          each.add(new OfClient(client.name(), detailed ? evaluation : evaluation.withoutDetail()));
          together.merge(tally);
        });
    return new RunEvaluation(round, test, Optional.of(together.evaluation()), each);
  }

  private long scores(long rows) {
    return rows * data.task().classes().size();
  }
}
