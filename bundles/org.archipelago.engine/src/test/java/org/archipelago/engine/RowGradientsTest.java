package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.FederatedDataset;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowGradientsTest {

  private static final Seed SEED = new Seed(5);

  private final Catalog catalog = Catalog.load();
  @TempDir Path folder;

  private RunRequest digits(String model) {
    return TwoBlobs.request(
        """
        format: archipelago/experiment/1
        name: Digits
        seed: 11
        data: {source: "sample:digits", target: label, test: 0.2, clientTest: 0.2}
        partition: {id: iid, clients: 10}
        model: %s
        training: {rounds: 1, batchSize: 5, optimizer: {id: sgd, learningRate: 0.3}}
        sampler: {id: everyone}
        strategy: {id: fedavg}
        """
            .formatted(model),
        folder,
        catalog,
        1);
  }

  private RowGradients gradients(RunRequest request) {
    return RowGradients.of(request, catalog, ProgressListener.NONE, new RunControl());
  }

  /** The figure by its definition, from the gradient of every client's rows. */
  private double byDefinition(RunRequest request, int[] clientOfRow, int clients) {
    try (Federation federation = pooled(request)) {
      FederatedDataset data = federation.data();
      Model model = federation.model();
      ModelParameters start =
          model.initialise(federation.experiment().seed().stream(RoundLoop.INITIAL_PARAMETERS));
      LocalTrainer trainer = LocalTrainer.of(federation.experiment(), catalog, model);
      Examples all = data.clients().get(0).train();
      ModelParameters mean = start.zeros();
      double squares = 0;
      for (int client = 0; client < clients; client++) {
        int of = client;
        int[] rows = IntStream.range(0, all.rows()).filter(row -> clientOfRow[row] == of).toArray();
        ModelParameters gradient =
            trainer.gradient(start, all.select(rows), new RandomStream(1), new RunControl());
        double share = (double) rows.length / all.rows();
        squares += share * gradient.norm() * gradient.norm();
        mean.addScaled((float) share, gradient);
      }
      return Math.sqrt(squares) / mean.norm();
    }
  }

  private Federation pooled(RunRequest request) {
    String one = request.text().replace("clients: 10", "clients: 1").replace(", clientTest: 0.2", "");
    return Federation.prepare(
        TwoBlobs.request(one, folder, catalog, 1), catalog, ProgressListener.NONE);
  }

  private static int[] inTurn(int rows, int clients) {
    return IntStream.range(0, rows).map(row -> row % clients).toArray();
  }

  /** Dealt by class: two classes a client. */
  private int[] byClass(RunRequest request) {
    try (Federation federation = pooled(request)) {
      float[] targets = federation.data().clients().get(0).train().targets();
      return IntStream.range(0, targets.length).map(row -> (int) targets[row] / 2).toArray();
    }
  }

  @Test
  void ofASmallModelItIsTheDefinition() {
    RunRequest request = digits("{id: softmax}");
    RowGradients gradients = gradients(request);
    assertEquals(1438, gradients.rows());
    int[] clientOfRow = byClass(request);
    assertEquals(
        byDefinition(request, clientOfRow, 5),
        gradients.dissimilarity(clientOfRow, 0, SEED, new RunControl()).value(),
        1e-4);
  }

  @Test
  void ofALargerModelASketchIsNearIt() {
    RunRequest request = digits("{id: mlp, hidden: [64]}");
    int[] clientOfRow = byClass(request);
    double expected = byDefinition(request, clientOfRow, 5);
    double sketched =
        gradients(request).dissimilarity(clientOfRow, 0, SEED, new RunControl()).value();
    assertEquals(1, sketched / expected, 0.1);
  }

  @Test
  void rowsInTurnAreWhatChanceGivesAndClassesAreMore() {
    RunRequest request = digits("{id: softmax}");
    RowGradients gradients = gradients(request);
    SkewFigure alike =
        gradients.dissimilarity(
            inTurn(gradients.rows(), 30), NullSkew.DRAWS, SEED, new RunControl());
    assertTrue(alike.chance().orElseThrow().mean() > 1);
    assertEquals(0, alike.excess(), 0.1 * alike.value());
    SkewFigure unlike =
        gradients.dissimilarity(byClass(request), NullSkew.FEW_DRAWS, SEED, new RunControl());
    assertFalse(unlike.chance().orElseThrow().contains(unlike.value()));
    assertTrue(unlike.excess() > 0.5, "excess " + unlike.excess());
  }

  @Test
  void rowsThatNobodyHasDoNotCount() {
    RunRequest request = digits("{id: softmax}");
    RowGradients gradients = gradients(request);
    int[] one = new int[gradients.rows()];
    assertEquals(1, gradients.dissimilarity(one, 39, SEED, new RunControl()).value(), 1e-9);
    Arrays.fill(one, -1);
    assertTrue(Double.isNaN(gradients.dissimilarity(one, 39, SEED, new RunControl()).value()));
  }

  @Test
  void aModelThatMixesRowsIsRefused() {
    InvalidInputException thrown =
        assertThrows(
            InvalidInputException.class, () -> gradients(digits("{id: cnn, norm: batch}")));
    assertEquals("model", thrown.problems().get(0).path());
  }

  @Test
  void itCanBeStopped() {
    RunControl control = new RunControl();
    control.stop();
    assertThrows(
        RunControl.StoppedException.class,
        () -> RowGradients.of(digits("{id: softmax}"), catalog, ProgressListener.NONE, control));
  }
}
