package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunEvaluation.OfClient;
import org.archipelago.core.RunEvaluation.OwnFigures;
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
  private final JudgedClients judged;
  private Optional<Tally> measured = Optional.empty();
  private Optional<Tally> whole = Optional.empty();

  Judge(Federation federation) {
    this.data = federation.data();
    this.simulation = federation.simulation();
    this.judged = federation.judged();
  }

  /** Figures on the common hold-out; nothing when it has no rows. */
  Optional<Metrics> figures(ModelParameters global, RunControl control) {
    measured =
        simulation.tallyTest(
            global, scores(data.test().rows()) <= MOST_SCORES_A_ROUND, control);
    return measured.map(Tally::figures);
  }

  /** What was measured last is what a whole round came to. */
  void roundIsWhole() {
    whole = measured;
  }

  /** Everything there is to say of the model after a round. */
  RunEvaluation evaluate(ModelParameters global, int round, RunControl control) {
    Optional<Evaluation> test = test(global, control);
    List<OwnFigures> own = judged.all() ? List.of() : own(global, control);
    return keepRowsBack()
        ? withClients(global, round, test, own, control)
        : new RunEvaluation(round, test, Optional.empty(), List.of(), own);
  }

  /**
   * What the last whole round was found to be worth on the common hold-out, which is known already.
   *
   * @param clientsToo whether there is time for the rows that clients keep back as well
   */
  RunEvaluation evaluateAtOnce(ModelParameters global, int round, boolean clientsToo) {
    Optional<Evaluation> test = whole.map(Tally::evaluation);
    return clientsToo && judged.all() && keepRowsBack()
        ? withClients(global, round, test, List.of(), new RunControl())
        : new RunEvaluation(round, test, Optional.empty(), List.of());
  }

  private boolean keepRowsBack() {
    return data.clients().stream().allMatch(client -> client.test().isPresent());
  }

  private Optional<Evaluation> test(ModelParameters global, RunControl control) {
    return simulation
        .tallyTest(global, scores(data.test().rows()) <= MOST_SCORES, control)
        .map(Tally::evaluation);
  }

  /** The few figures of all clients that can be judged. */
  private List<OwnFigures> own(ModelParameters global, RunControl control) {
    int[] everyone = IntStream.range(0, data.clients().size()).toArray();
    List<Optional<Metrics>> figures = simulation.evaluateClients(global, everyone, control);
    List<OwnFigures> own = new ArrayList<>();
    for (int i : everyone) {
      String name = data.clients().get(i).name();
      figures.get(i).ifPresent(known -> own.add(new OwnFigures(name, known)));
    }
    return own;
  }

  private RunEvaluation withClients(
      ModelParameters global,
      int round,
      Optional<Evaluation> test,
      List<OwnFigures> own,
      RunControl control) {
    long rows = data.clients().stream().mapToLong(client -> client.test().orElseThrow().rows()).sum();
    boolean ranked = scores(rows) <= MOST_SCORES;
    long classes = data.task().classes().size();
    boolean detailed = data.clients().size() * classes * classes <= MOST_COUNTS;
    Tally together = Tally.of(data.task(), data.targetScale(), ranked);
    List<OfClient> each = new ArrayList<>();
    simulation.tallyClients(
        global,
        ranked,
        control,
        tally -> {
          if (judged.all()) {
            ClientDataset client = data.clients().get(each.size());
            Evaluation evaluation = tally.evaluation();
            each.add(new OfClient(client.name(), detailed ? evaluation : evaluation.withoutDetail()));
          }
          together.merge(tally);
        });
    return new RunEvaluation(round, test, Optional.of(together.evaluation()), each, own);
  }

  private long scores(long rows) {
    return rows * data.task().classes().size();
  }
}
