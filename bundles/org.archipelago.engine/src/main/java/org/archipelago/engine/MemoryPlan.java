package org.archipelago.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Problem;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.Itinerary;
import org.archipelago.federation.Strategy;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.RowContrast;

/** Adds up what a run is going to keep, from what is known before it begins. */
final class MemoryPlan {

  /** The model of the last round and of this one, the sum of the updates, and their mean. */
  private static final int SERVER_COPIES = 4;

  /** Of a chain that goes its own way: its model and how it changed, and the sum of a leg's updates in double. */
  private static final int CHAIN_COPIES = 4;

  /** Name, rows by class, figures in the record and on the screen, of one client. */
  private static final long BYTES_A_CLIENT = 1000;

  /** A figure and a loss on a curve. */
  private static final long BYTES_A_POINT = 32;

  private final FederatedDataset data;
  private final Model model;

  MemoryPlan(FederatedDataset data, Model model) {
    this.data = data;
    this.model = model;
  }

  /**
   * @param trainer one like the workers'
   * @param cohort expected clients a round
   * @param itinerary of a round with such a cohort
   * @param strategy may need all updates of a round at once, or remember an array for each client
   * @param attack may need updates before they are sent
   * @param judged clients that each round measures
   */
  MemoryNeed need(
      LocalTrainer trainer,
      double cohort,
      Itinerary itinerary,
      Strategy strategy,
      SimulatedAttack attack,
      int judged,
      int rounds,
      int threads) {
    long copy = 4 * model.size();
    double most = strategy.keepsCohort() ? Double.MAX_VALUE : SimulationBackend.AHEAD * (double) threads;
    int waiting = (int) Math.min(Math.min(Math.ceil(cohort), itinerary.widest()), most);
    int chains = strategy.severalLegs() ? CHAIN_COPIES * itinerary.chains().size() : 0;
    long remembered =
        strategy.remembersClients()
            ? 1 + (long) Math.min(data.clients().size(), Math.ceil(cohort * rounds))
            : 0;
    long forging = (long) Math.ceil(attack.copies(cohort, data.clients().size()));
    int largest = data.clients().stream().mapToInt(client -> client.train().rows()).max().orElse(1);
    long contrast = strategy.contrastsRows() ? RowContrast.bytes(model, largest) : 0;
    return new MemoryNeed(
        (SERVER_COPIES + chains + waiting + remembered + forging) * copy,
        threads * (trainer.bytes(Math.max(1, largest)) + contrast + Evaluator.bytes(model)),
        threads,
        rows(),
        data.clients().size() * BYTES_A_CLIENT + (long) judged * rounds * BYTES_A_POINT);
  }

  private long rows() {
    long bytes = bytes(data.test()) + data.server().map(MemoryPlan::bytes).orElse(0L);
    for (var client : data.clients()) {
      bytes += bytes(client.train());
      bytes += Stream.of(client.test(), client.before()).flatMap(Optional::stream).mapToLong(MemoryPlan::bytes).sum();
    }
    return bytes;
  }

  private static long bytes(Examples rows) {
    return 4L * (rows.features().length + rows.targets().length);
  }

  /**
   * @param memory bytes that Java may use
   * @throws InvalidInputException if the run can't fit
   */
  void requireFits(MemoryNeed need, long memory) {
    if (need.total() > memory) {
      throw new InvalidInputException(
          Problem.atField(
              "model.id",
              String.format(
                  Locale.ROOT,
                  "The run needs about %.1f GB: %.1f GB for copies of the model of %,d parameters and updates"
                      + " that wait, %.1f GB for %d workers, %.1f GB for data and records. Java may use %.1f GB:"
                      + " choose smaller layers, a smaller batchSize or fewer workers (--threads), or give Java more"
                      + " memory (-Xmx).",
                  1e-9 * need.total(),
                  1e-9 * need.server(),
                  model.size(),
                  1e-9 * need.workers(),
                  need.threads(),
                  1e-9 * (need.data() + need.records()),
                  1e-9 * memory)));
    }
  }
}
