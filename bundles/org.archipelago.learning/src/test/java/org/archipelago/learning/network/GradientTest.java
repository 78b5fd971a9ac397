package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against central differences of a loss computed independently in double precision. */
class GradientTest {

  /** Relative to the largest derivative: single precision over sums of at most a few dozen terms. */
  private static final double TOLERANCE = 5e-6;

  static Stream<Named<Model>> models() {
    return Stream.of(
        Named.of("linear", Fixtures.linear(6)),
        Named.of("softmax", Fixtures.softmax(7)),
        Named.of("MLP, 1 hidden layer, classes", Fixtures.mlp(Fixtures.CLASSES, 5, 9)),
        Named.of("MLP, 2 hidden layers, classes", Fixtures.mlp(Fixtures.CLASSES, 6, 10, 7)),
        Named.of("MLP, 1 hidden layer, number", Fixtures.mlp(Fixtures.NUMBER, 9, 5)),
        Named.of("MLP, 2 hidden layers, number", Fixtures.mlp(Fixtures.NUMBER, 5, 8, 6)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void equalsFiniteDifferences(Model model) {
    Examples examples = Fixtures.noise(model.task(), 20, model.columns(), 1);
    ModelParameters parameters = withBiases(model);
    int[] rows = {17, 3, 3, 11, 0, 8, 19};
    ModelParameters gradient = parameters.copy();

    double loss = loaded(model, 10, parameters).gradient(examples, rows, 0, rows.length, null, gradient);

    DoubleReference reference = new DoubleReference(model.task(), parameters);
    assertEquals(reference.meanLoss(examples, rows), loss, 1e-6 * loss);
    double largest = gradient.tensors().stream().mapToDouble(t -> largest(t.values())).max().orElseThrow();
    assertTrue(largest > 0.1, "a gradient of nothing proves nothing");
    for (int t = 0; t < gradient.tensors().size(); t++) {
      float[] values = gradient.tensors().get(t).values();
      for (int i = 0; i < values.length; i++) {
        assertEquals(
            reference.derivative(t, i, examples, rows),
            values[i],
            TOLERANCE * largest,
            gradient.tensors().get(t).name() + " " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void predictsAsTheReference(Model model) {
    Examples examples = Fixtures.noise(model.task(), 9, model.columns(), 2);
    ModelParameters parameters = withBiases(model);
    int width = model.task().outputs();
    float[] outputs = new float[6 * width];

    double loss = loaded(model, 6, parameters).predict(examples, 2, 8, outputs);

    DoubleReference reference = new DoubleReference(model.task(), parameters);
    assertEquals(6 * reference.meanLoss(examples, new int[] {2, 3, 4, 5, 6, 7}), loss, 1e-5 * loss);
    for (int row = 0; row < 6; row++) {
      double[] expected = reference.outputs(examples, row + 2);
      for (int j = 0; j < width; j++) {
        assertEquals(expected[j], outputs[row * width + j], 1e-5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesTheSameBitsAgainInAnotherWorkspaceAndFromRowsElsewhere(Model model) {
    Examples examples = Fixtures.noise(model.task(), 20, model.columns(), 3);
    ModelParameters parameters = withBiases(model);
    ModelWorkspace used = loaded(model, 13, parameters);
    ModelParameters first = parameters.zeros();
    ModelParameters second = parameters.copy();
    int[] rows = {4, 5, 6, 7, 8, 9};

    double loss = used.gradient(examples, Fixtures.firstRows(20), 4, 10, null, first);
    used.gradient(examples, Fixtures.firstRows(13), 0, 13, null, second);
    double again = used.gradient(examples, rows, 0, 6, null, second);

    assertEquals(loss, again);
    assertEquals(first.tensors(), second.tensors());
    loaded(model, 6, parameters).gradient(examples, rows, 0, 6, null, second);
    assertEquals(first.tensors(), second.tensors());
  }

  @Test
  void predictionOfARowDoesNotDependOnItsNeighbours() {
    Model model = Fixtures.mlp(Fixtures.CLASSES, 5, 9);
    Examples examples = Fixtures.noise(model.task(), 11, 5, 4);
    ModelParameters parameters = withBiases(model);
    float[] together = new float[33];
    float[] alone = new float[3];
    ModelWorkspace workspace = loaded(model, 11, parameters);
    workspace.predict(examples, 0, 11, together);
    for (int row = 0; row < 11; row++) {
      workspace.predict(examples, row, row + 1, alone);
      for (int j = 0; j < 3; j++) {
        assertEquals(together[3 * row + j], alone[j]);
      }
    }
  }

  private static ModelWorkspace loaded(Model model, int maxBatch, ModelParameters parameters) {
    ModelWorkspace workspace = model.workspace(maxBatch);
    workspace.load(parameters);
    return workspace;
  }

  private static ModelParameters withBiases(Model model) {
    ModelParameters parameters = model.initialise(new RandomStream(5));
    RandomStream random = new RandomStream(6);
    parameters.tensors().stream()
        .filter(tensor -> tensor.name().endsWith(".bias"))
        .forEach(
            tensor -> {
              for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) (0.1 * random.nextGaussian());
              }
            });
    return parameters;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
