package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
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
  void moreLocalWorkTakesLonger() {
    String once = sample("digits-mlp").replace("localEpochs: 5", "localEpochs: 1");
    // The longer one first, so that what Java compiles on the way does not count for the shorter one.
    Forecast many = forecast(once.replace("localEpochs: 1", "localEpochs: 50"));
    Forecast few = forecast(once);
    assertTrue(few.privacy().isEmpty());
    assertTrue(few.secondsPerRound() > 0);
    assertTrue(
        many.secondsPerRound() > 2 * few.secondsPerRound(),
        many.secondsPerRound() + " against " + few.secondsPerRound());
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
    return new RunRequest(
        ExperimentReader.read(text, "e.yaml", catalog, java.util.List.of()).orThrow(), text, Path.of(""), 1);
  }

  private static String sample(String id) {
    return SampleExperiments.all().stream()
        .filter(sample -> sample.id().equals(id))
        .map(SampleExperiment::text)
        .findFirst()
        .orElseThrow();
  }
}
