package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.OptimizerFactory;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForecastProbeTest {

  private static final long SOFTMAX_BYTES = (64 * 10 + 10) * 4;

  private final Catalog catalog = Catalog.load();

  @Test
  void thePrivacySampleEndsAtTheEpsilonThatItsTextNames() {
    Forecast forecast = forecast(sample("digits-privacy"));
    PrivacyStatus privacy = forecast.privacy().orElseThrow();
    assertEquals(3.85, privacy.epsilon(), 0.005);
    assertEquals(50, forecast.rounds());
    assertEquals(60, forecast.cohort(), 1e-9);
    assertEquals(60 * SOFTMAX_BYTES, forecast.bytesUp(), 1e-6);
    assertEquals(60 * SOFTMAX_BYTES, forecast.bytesDown(), 1e-6);
    assertEquals(2 * 60 * SOFTMAX_BYTES * 50, forecast.totalBytes(), 1e-3);
    assertEquals(300, forecast.data().clients().size());
  }

  @Test
  void aBudgetThatEndsFirstEndsTheRounds() {
    Forecast forecast = forecast(sample("digits-privacy").replace("budget: 4 ", "budget: 2 "));
    assertEquals(50, forecast.roundsAsked());
    assertTrue(forecast.rounds() > 0 && forecast.rounds() < 50, "rounds " + forecast.rounds());
    assertTrue(forecast.privacy().orElseThrow().epsilon() <= 2);
  }

  @Test
  void aRoundTakesWhatItsCohortTrainsAndWhatIsJudged() {
    AtomicLong clock = new AtomicLong();
    // Whatever is tried takes 0.3 seconds on the rows of the middling one of ten clients.
    LongSupplier nanos = () -> clock.getAndAdd(300_000_000L);
    Forecast forecast =
        ForecastProbe.forecast(
            request(sample("digits-mlp").replace("id: dirichlet", "id: iid").replace("  alpha: 0.5", "#")),
            catalog,
            new RunControl(),
            nanos);
    long rows =
        forecast.data().clients().stream().mapToLong(ClientSummary::rows).sorted().skip(5).findFirst()
            .orElseThrow();
    double training = 10 * 0.3 * forecast.data().trainingRows() / 10 / rows;
    double judging = 0.3 * (forecast.data().trainingRows() + forecast.data().testRows()) / rows;
    assertTrue(forecast.privacy().isEmpty());
    assertEquals(
        training + judging + ForecastProbe.RECORDING_SECONDS, forecast.secondsPerRound(), 1e-9);
  }

  @Test
  void moreLocalWorkTakesLonger() {
    String once =
        sample("digits-mlp").replace("localEpochs: 5", "localEpochs: 1").replace("id: sgd", "id: counted");
    double few = secondsOfSteps(once);
    double many = secondsOfSteps(once.replace("localEpochs: 1", "localEpochs: 50"));
    assertTrue(few > 0, "seconds " + few);
    assertEquals(50, many / few, 1e-9);
  }

  /** Seconds of a round by a clock that only an optimiser's steps advance. */
  private static double secondsOfSteps(String text) {
    CountedSteps optimizers = new CountedSteps();
    List<ComponentFactory> all = new ArrayList<>(List.of(optimizers));
    ServiceLoader.load(ComponentFactory.class).forEach(all::add);
    Catalog counting = new Catalog(all);
    return ForecastProbe.forecast(
                request(text, counting), counting, new RunControl(), () -> optimizers.steps * 1_000)
            .secondsPerRound()
        - ForecastProbe.RECORDING_SECONDS;
  }

  /** Optimisers that count their steps. */
  private static final class CountedSteps implements OptimizerFactory, Optimizer {

    private final ComponentDescriptor sgd =
        Catalog.load().describe(ComponentKind.OPTIMIZER, "sgd").orElseThrow();
    private long steps;

    @Override
    public ComponentDescriptor descriptor() {
      return new ComponentDescriptor(
          ComponentKind.OPTIMIZER, "counted", "Counted", "Counts its steps.", "", sgd.parameters());
    }

    @Override
    public Optimizer create(ParameterValues values) {
      return this;
    }

    @Override
    public float learningRate() {
      return 0.1f;
    }

    @Override
    public void step(
        float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
      steps++;
    }
  }

  @Test
  void whatIsWrongWithTheDataIsSaid() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> forecast(sample("digits-mlp").replace("target: label", "target: lable")));
    assertEquals("data.target", e.problems().get(0).path());
  }

  @Test
  void itCanBeStopped() {
    RunControl control = new RunControl();
    control.stop();
    assertThrows(
        RunControl.StoppedException.class,
        () -> ForecastProbe.forecast(request(sample("digits-mlp")), catalog, control));
  }

  private Forecast forecast(String text) {
    return ForecastProbe.forecast(request(text), catalog, new RunControl());
  }

  private RunRequest request(String text) {
    return request(text, catalog);
  }

  private static RunRequest request(String text, Catalog catalog) {
    return new RunRequest(
        ExperimentReader.read(text, "e.yaml", catalog, List.of()).orThrow(), text, Path.of(""), 1);
  }

  private static String sample(String id) {
    return SampleExperiments.all().stream()
        .filter(sample -> sample.id().equals(id))
        .map(SampleExperiment::text)
        .findFirst()
        .orElseThrow();
  }
}
