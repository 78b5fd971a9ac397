package org.archipelago.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.ClientFigure;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.Itinerary;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.ServerTrainer;
import org.archipelago.learning.Contrast;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.TrainingSection;

/**
 * Tries an experiment out: loads its data, lets one client of middling size train for a moment, and asks
 * the privacy accountant. Nothing is recorded.
 */
public final class ForecastProbe {

  private static final long LONGEST_NANOS = 400_000_000L;
  private static final int MOST_ROWS = 512;
  private static final int MOST_REPEATS = 50;

  /** What a round takes beside training and judging: its model and its entries are forced to disk. */
  static final double RECORDING_SECONDS = 0.01;

  private final Federation federation;
  private final RunControl control;
  private final LongSupplier nanos;

  private ForecastProbe(Federation federation, RunControl control, LongSupplier nanos) {
    this.federation = federation;
    this.control = control;
    this.nanos = nanos;
  }

  /**
   * Makes a forecast; takes as long as loading the data and half a second more.
   *
   * @param control stops it
   * @throws InvalidInputException with all that is wrong with the experiment, its data, or how its
   *     components go together
   * @throws RunControl.StoppedException if it was stopped
   */
  public static Forecast forecast(RunRequest request, Catalog catalog, RunControl control) {
    return forecast(request, catalog, control, System::nanoTime);
  }

  /** The same by another clock. */
  static Forecast forecast(
      RunRequest request, Catalog catalog, RunControl control, LongSupplier nanos) {
    try (Federation federation =
        Federation.prepare(request, catalog, (what, done, total) -> control.checkpoint())) {
      return new ForecastProbe(federation, control, nanos).forecast(request, catalog);
    }
  }

  private Forecast forecast(RunRequest request, Catalog catalog) {
    FederatedDataset data = federation.data();
    int asked = federation.experiment().rounds();
    ModelParameters initial =
        federation
            .model()
            .initialise(federation.experiment().seed().stream(RoundLoop.INITIAL_PARAMETERS));
    int rounds = federation.privacy().map(privacy -> chargeAll(privacy, asked, initial)).orElse(asked);
    double cohort = federation.sampler().expectedCohort(data.clients().size());
    Itinerary itinerary = federation.expectedItinerary();
    double perClient = (double) itinerary.trainings().size() / Math.max(1, Math.ceil(cohort));
    double candidates = federation.sampler().expectedCandidates(data.clients().size());
    double hops = itinerary.hops() * (double) initial.bytes();
    double seconds =
        training(catalog, initial, cohort * perClient) / atOnce(request, Math.min(cohort, itinerary.widest()))
            + losses(initial, cohort * perClient, candidates) / atOnce(request, Math.max(cohort, candidates))
            + judging(initial) / atOnce(request, cohort)
            + federation.server().map(server -> atServer(server, initial)).orElse(0.0);
    return new Forecast(
        federation.header().dataset(),
        federation.model().size(),
        federation.model().shape(),
        rounds,
        asked,
        cohort,
        cohort * perClient * federation.traffic().up() + hops + candidates * Traffic.LOSS_BYTES,
        cohort * perClient * federation.traffic().down()
            + hops
            + Math.max(0, candidates - cohort) * initial.bytes(),
        seconds + RECORDING_SECONDS,
        federation.memory(),
        federation.privacy().map(PrivacyMechanism::status),
        data.warnings());
  }

  private static double atOnce(RunRequest request, double clients) {
    return Math.min(request.threads(), Math.max(1, clients));
  }

  /** Charges a ledger that nobody keeps, up to its budget, and returns the rounds that it permits. */
  private int chargeAll(PrivacyMechanism privacy, int rounds, ModelParameters initial) {
    for (int round = 1; round <= rounds; round++) {
      control.checkpoint();
      List<ClientInfo> cohort =
          CohortDraw.of(
                  federation, new RoundContext(round, federation.experiment().seed(), control), initial)
              .trainings();
      if (privacy.afterRound(cohort).exceeded()) {
        return round - 1;
      }
      privacy.charge(round, cohort);
    }
    return rounds;
  }

  /** Seconds that so many clients train and say what gradients they are asked for, one after the other. */
  private double training(Catalog catalog, ModelParameters initial, double clients) {
    ParameterValues values = federation.experiment().section(ComponentKind.TRAINING).parameters();
    LocalTrainer trainer =
        LocalTrainer.of(values, catalog, federation.model())
            .with(federation.localPrivacy().map(LocalPrivacy::training));
    Examples rows = middling();
    LocalTerm term = term(initial);
    double seconds =
        mean(
            () ->
                trainer.train(
                    initial.copy(), rows, new RandomStream(1), control, 1, trainer.mask(initial, 1), term));
    if (federation.strategy().asks().contains(ClientFigure.START_GRADIENT)) {
      seconds += mean(() -> trainer.gradient(initial, rows, new RandomStream(1), control));
    }
    return clients * seconds * meanRows() / rows.rows();
  }

  /** What takes as long as the strategy's terms. */
  private LocalTerm term(ModelParameters initial) {
    return federation.strategy().contrastsRows()
        ? new LocalTerm(Optional.empty(), 0, Optional.of(new Contrast(Optional.of(initial), 1, 1)))
        : LocalTerm.NONE;
  }

  /** Seconds in which the losses are computed that the strategy and the sampler ask for. */
  private double losses(ModelParameters initial, double trainings, double candidates) {
    boolean asked = federation.strategy().asks().contains(ClientFigure.START_LOSS);
    double losses = candidates + (asked ? trainings : 0);
    if (losses == 0) {
      return 0;
    }
    Examples rows = middling();
    return losses * evaluating(initial, rows) * meanRows() / rows.rows();
  }

  private double meanRows() {
    FederatedDataset data = federation.data();
    return (double) data.summary().trainingRows() / data.clients().size();
  }

  /** Seconds that the server trains on its own rows. */
  private double atServer(ServerTrainer server, ModelParameters initial) {
    RoundContext context = new RoundContext(1, federation.experiment().seed(), control);
    int steps =
        TrainingSection.serverSteps(federation.experiment().section(ComponentKind.TRAINING).parameters());
    double before = federation.strategy().trainsServer() ? mean(() -> server.change(context, initial)) : 0;
    return before + (steps > 0 ? mean(() -> server.change(context, initial, steps)) : 0);
  }

  /** Seconds in which the model is judged on the hold-out and on the clients that a round measures. */
  private double judging(ModelParameters initial) {
    Examples rows = middling();
    double seconds = evaluating(initial, rows);
    FederatedDataset data = federation.data();
    long judged =
        Arrays.stream(federation.judged().indices())
            .mapToLong(client -> data.clients().get(client).judged().rows())
            .sum();
    return seconds * (judged + data.test().rows()) / rows.rows();
  }

  private double evaluating(ModelParameters initial, Examples rows) {
    Evaluator evaluator = new Evaluator(federation.model(), federation.data().targetScale());
    return mean(() -> evaluator.evaluate(initial, rows));
  }

  private Examples middling() {
    List<ClientDataset> bySize =
        federation.data().clients().stream()
            .sorted(Comparator.comparingInt(client -> client.train().rows()))
            .toList();
    Examples rows = bySize.get(bySize.size() / 2).train();
    return rows.select(IntStream.range(0, Math.min(MOST_ROWS, rows.rows())).toArray());
  }

  /** Mean time of several tries: a short run too has to warm up. */
  private double mean(Runnable work) {
    long begin = nanos.getAsLong();
    long passed = 0;
    int repeats = 0;
    while (repeats < MOST_REPEATS && passed < LONGEST_NANOS / 2) {
      control.checkpoint();
      work.run();
      repeats++;
      passed = nanos.getAsLong() - begin;
    }
    return passed * 1e-9 / repeats;
  }
}
