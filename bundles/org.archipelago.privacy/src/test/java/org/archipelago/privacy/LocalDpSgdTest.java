package org.archipelago.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.PrivacySetting;
import org.archipelago.learning.Model;
import org.archipelago.learning.network.BatchNorm;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Flatten;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.network.Shape;
import org.archipelago.learning.network.SoftmaxCrossEntropy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDpSgdTest {

  private static final ClientInfo SMALL = new ClientInfo(0, "small", 100);
  private static final ClientInfo LARGE = new ClientInfo(1, "large", 1000);

  private final Map<String, Object> values =
      new HashMap<>(Map.of("clipNorm", 1.0, "noiseMultiplier", 1.0, "delta", 1e-5, "noise", "seeded"));
  private final Map<String, Object> training =
      new HashMap<>(Map.of("localEpochs", 1, "batchSize", 10, "optimizer", "sgd"));

  private LocalPrivacy create(Model model, boolean remoteClients) {
    PrivacySetting setting =
        new PrivacySetting(
            null, List.of(SMALL, LARGE), remoteClients, model, new ParameterValues(training));
    return (LocalPrivacy)
        new LocalDpSgd().create(new ParameterValues(values), setting).orElseThrow();
  }

  private LocalPrivacy create() {
    return create(model(false), false);
  }

  private static Model model(boolean mixing) {
    Shape shape = Shape.of(new ImageSize(2, 2, 3));
    Dense last = new Dense("dense1", 12, 2);
    return new Network(
        "Test",
        Task.classification("c", List.of("a", "b")),
        mixing
            ? List.of(new BatchNorm("batchnorm1", shape), new Flatten(shape), last)
            : List.of(new Flatten(shape), last),
        () -> new SoftmaxCrossEntropy(2));
  }

  /**
   * The MNIST examples of TensorFlow Privacy in dp_gaussian_grid.csv: batches of 250 of 60,000 rows, an epoch a
   * round; ε of the improved conversion with Opacus' orders.
   */
  @ParameterizedTest
  @CsvSource({"1.1, 60, 2.5617157153499344", "0.7, 45, 6.232951456436965"})
  void epsilonIsThatOfAllStepsOfTheRun(double noise, int rounds, double epsilon) {
    values.put("noiseMultiplier", noise);
    training.put("batchSize", 250);
    ClientInfo mnist = new ClientInfo(0, "MNIST", 60_000);
    LocalPrivacy privacy = create();
    for (int round = 1; round <= rounds; round++) {
      privacy.charge(round, List.of(mnist));
    }
    assertEquals(epsilon, privacy.epsilon(mnist), 1e-6 * epsilon);
    assertEquals(epsilon, privacy.status().epsilon(), 1e-6 * epsilon);
  }

  @Test
  void anAskedForRateAndStepsCostTheSame() {
    values.put("noiseMultiplier", 1.1);
    values.put("samplingRate", 1 / 240.0);
    training.put("localSteps", 14400);
    LocalPrivacy privacy = create();
    privacy.charge(1, List.of(SMALL));
    assertEquals(2.5617157153499344, privacy.epsilon(SMALL), 1e-5);
  }

  @Test
  void everyClientHasItsOwnLedgerAndTheOneChargedMostCounts() {
    LocalPrivacy privacy = create();
    assertEquals(0, privacy.status().epsilon());
    double next = privacy.afterRound(List.of(SMALL, LARGE)).epsilon();
    assertEquals(0, privacy.status().epsilon(), "asking spends nothing");

    privacy.charge(1, List.of(SMALL, LARGE));
    assertEquals(next, privacy.status().epsilon());
    assertEquals(privacy.epsilon(SMALL), privacy.status().epsilon(), "fewer rows, more often drawn");
    assertTrue(privacy.epsilon(LARGE) < privacy.epsilon(SMALL));

    double small = privacy.epsilon(SMALL);
    double large = privacy.epsilon(LARGE);
    privacy.charge(2, List.of(LARGE));
    assertEquals(small, privacy.epsilon(SMALL), "it stayed away");
    assertTrue(privacy.epsilon(LARGE) > large);
    assertEquals(small, privacy.status().epsilon());

    privacy.charge(3, List.of());
    assertEquals(small, privacy.status().epsilon());
  }

  @Test
  void theChargeSaysWhatTheClientChargedMostReleased() {
    assertEquals(
        "10 × PoissonSampledGaussian(q = 0.1, σ = 1.0)",
        create().charge(1, List.of(SMALL, LARGE)).event());
    assertEquals("nobody trained", create().charge(1, List.of()).event());
  }

  @Test
  void theBudgetIsThatOfEveryClient() {
    values.put("budget", 6.0);
    LocalPrivacy privacy = create();
    int rounds = 0;
    while (!privacy.afterRound(List.of(SMALL)).exceeded()) {
      privacy.charge(++rounds, List.of(SMALL));
    }
    assertTrue(rounds > 0 && privacy.status().epsilon() <= 6);
    assertFalse(privacy.afterRound(List.of(LARGE)).exceeded(), "it has spent nothing yet");
  }

  @Test
  void secretNoiseComesFromNoSeed() {
    RandomStream plain = new RandomStream(1);
    LocalPrivacy seeded = create();
    assertSame(plain, seeded.trainingStream(plain));
    assertEquals(NoiseOrigin.SIMULATED, seeded.status().noise());

    values.put("noise", "secret");
    LocalPrivacy secret = create();
    assertEquals(NoiseOrigin.CRYPTOGRAPHIC, secret.status().noise());
    assertNotEquals(
        secret.trainingStream(plain).nextLong(), secret.trainingStream(plain).nextLong());
  }

  @Test
  void batchNormIsRefused() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> create(model(true), false));
    assertEquals(
        "model.norm: dp-sgd needs the gradient of every single row, and batch norm mixes the rows of a batch;"
            + " choose group norm, or none.",
        refused.problems().get(0).toString());
  }

  @Test
  void withRemoteClientsNoiseIsSecretWhateverTheFileSays() {
    LocalPrivacy privacy = create(model(false), true);
    assertEquals(NoiseOrigin.CRYPTOGRAPHIC, privacy.status().noise());
    RandomStream one = privacy.trainingStream(new RandomStream(1));
    RandomStream other = privacy.trainingStream(new RandomStream(1));
    assertNotEquals(one.nextLong(), other.nextLong());
    assertTrue(new LocalDpSgd().atClients());
  }
}
