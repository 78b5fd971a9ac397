package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation and every loss against central differences in double precision. */
class LayerGradientTest {

  private static final double TOLERANCE = 1e-5;
  private static final double[] WEIGHTS = {0.5, 2, 1.5};

  static Stream<Arguments> activations() {
    return Stream.of(
        activation(Activation.RELU, x -> Math.max(x, 0)),
        activation(Activation.TANH, Math::tanh),
        activation(Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x))),
        activation(Activation.GELU, x -> 0.5 * x * (1 + erf(x / Math.sqrt(2)))));
  }

  private static Arguments activation(Activation function, DoubleUnaryOperator truth) {
    return Arguments.of(function, Named.of("truth", truth));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activationOfHiddenLayers(Activation function, DoubleUnaryOperator truth) {
    check(
        network(Fixtures.CLASSES, function, () -> new SoftmaxCrossEntropy(3)),
        truth,
        (y, t) -> DoubleReference.logSum(y) - y[(int) t]);
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        loss(
            "cross-entropy, smoothed and weighted",
            Fixtures.CLASSES,
            () -> new SoftmaxCrossEntropy(3, 0.1, WEIGHTS),
            LayerGradientTest::smoothedCrossEntropy),
        loss(
            "binary, smoothed and weighted",
            Fixtures.CLASSES,
            () -> new BinaryCrossEntropy(0.1, WEIGHTS),
            LayerGradientTest::binaryCrossEntropy),
        loss("squared", Fixtures.NUMBER, SquaredError::new, (y, t) -> (y[0] - t) * (y[0] - t)),
        loss("Huber", Fixtures.NUMBER, () -> new Huber(0.7), (y, t) -> huber(Math.abs(y[0] - t))));
  }

  private static Arguments loss(
      String name, Task task, Supplier<LossHead> head, DoubleReference.Loss truth) {
    return Arguments.of(Named.of(name, task), Named.of("head", head), Named.of("truth", truth));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void lossAtTheEnd(Task task, Supplier<LossHead> head, DoubleReference.Loss truth) {
    check(network(task, Activation.TANH, head), Math::tanh, truth);
  }

  /** Losses of certain and of hopeless predictions are finite. */
  @Test
  void lossesDoNotOverflow() {
    float[] far = {300, -300, 5};
    float[] gradient = new float[3];
    assertEquals(600, new SoftmaxCrossEntropy(3).gradient(far, 1, 1, gradient), 1e-9);
    assertEquals(605, new BinaryCrossEntropy(0, new double[0]).gradient(far, 1, 1, gradient), 0.01);
    assertEquals(-1f, gradient[1]);
    assertEquals(1f, gradient[0]);
  }

  @Test
  void dropoutDropsAsOftenAsAskedAndScalesTheRest() {
    Arena arena = new Arena();
    Shape shape = Shape.flat(50);
    Block input = arena.rows(40, shape);
    Block upstream = arena.rows(40, shape);
    LayerWorkspace dropout = new Dropout(0.3, shape).workspace(new LayerMemory(arena, null, 40, List.of()));
    float[] m = arena.data();
    Arrays.fill(m, 7f);
    assertEquals(input, dropout.forward(input, 40, Pass.EVALUATION));

    Block output = dropout.forward(input, 40, Pass.training(new RandomStream(1)));
    Block gradient = dropout.backward(upstream, 40, true);

    int dropped = 0;
    for (int row = 0; row < 40; row++) {
      for (int j = 0; j < 50; j++) {
        float y = m[output.at(row) + j];
        dropped += y == 0 ? 1 : 0;
        assertTrue(y == 0 || Math.abs(y - 10) < 1e-5, "found " + y);
        assertEquals(y, m[gradient.at(row) + j]);
      }
    }
    assertEquals(600, dropped, 4 * Math.sqrt(2000 * 0.3 * 0.7));
  }

  private static Model network(Task task, Activation function, Supplier<LossHead> head) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Dense("dense1", 5, 18));
    layers.add(new Activate(function, Shape.flat(18)));
    layers.add(new Dense("dense2", 18, 7));
    layers.add(new Activate(function, Shape.flat(7)));
    layers.add(new Dense("dense3", 7, task.outputs()));
    return new Network("Test", task, layers, head);
  }

  private static void check(Model model, DoubleUnaryOperator activation, DoubleReference.Loss loss) {
    Examples examples = Fixtures.noise(model.task(), 20, model.columns(), 1);
    ModelParameters parameters = model.initialise(new RandomStream(3));
    int[] rows = {17, 3, 3, 11, 0, 8, 19};
    ModelParameters gradient = parameters.copy();
    ModelWorkspace workspace = model.workspace(10);
    workspace.load(parameters);
    double mean = workspace.gradient(examples, rows, 0, rows.length, null, gradient);

    DoubleReference reference = new DoubleReference(parameters, activation, loss);
    assertEquals(reference.meanLoss(examples, rows), mean, 1e-6 * mean);
    double largest = 0;
    for (Tensor tensor : gradient.tensors()) {
      for (float value : tensor.values()) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    assertTrue(largest > 0.05, "a gradient of nothing proves nothing");
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

  private static double smoothedCrossEntropy(double[] y, float target) {
    double log = DoubleReference.logSum(y);
    double loss = 0;
    for (int j = 0; j < 3; j++) {
      loss += ((j == (int) target ? 0.9 : 0) + 0.1 / 3) * (log - y[j]);
    }
    return WEIGHTS[(int) target] * loss;
  }

  private static double binaryCrossEntropy(double[] y, float target) {
    double loss = 0;
    for (int j = 0; j < 3; j++) {
      double probability = 1 / (1 + Math.exp(-y[j]));
      double wanted = j == (int) target ? 0.95 : 0.05;
      loss -= wanted * Math.log(probability) + (1 - wanted) * Math.log(1 - probability);
    }
    return WEIGHTS[(int) target] * loss;
  }

  private static double huber(double error) {
    return error <= 0.7 ? 0.5 * error * error : 0.7 * (error - 0.35);
  }

  /** Abramowitz and Stegun 7.1.6. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
