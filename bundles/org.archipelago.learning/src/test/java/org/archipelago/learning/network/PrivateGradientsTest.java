package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.DpSgd;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.StepRule;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clipped sums against gradients of single rows that are clipped one at a time in double precision. */
class PrivateGradientsTest {

  private static final int ROWS = 9;
  private static final double EXPECTED_ROWS = 4;
  private static final ImageSize IMAGE = new ImageSize(6, 6, 2);

  /** Makes the gradient the parameters, so that it can be seen. */
  private record Reveal() implements Optimizer {

    @Override
    public float learningRate() {
      return 1;
    }

    @Override
    public void step(
        float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
      System.arraycopy(gradient, 0, values, 0, count);
    }
  }

  static Stream<Named<Model>> models() {
    Shape image = Shape.of(IMAGE);
    Convolution convolution = new Convolution("conv1", IMAGE, 5, 3, 1, Padding.SAME);
    return Stream.of(
        Named.of("linear", Fixtures.linear(6)),
        Named.of("softmax", Fixtures.softmax(6)),
        Named.of("mlp", Fixtures.mlp(Fixtures.CLASSES, 6, 20, 7)),
        Named.of(
            "dense at every place",
            network(
                List.of(
                    new Dense("dense1", image, 9),
                    new Activate(Activation.TANH, new Shape(36, 9)),
                    new Flatten(new Shape(36, 9)),
                    new Dense("dense2", 324, 3)))),
        Named.of(
            "ghost norm over places",
            network(
                List.of(
                    new Dense("dense1", new Shape(2, 36), 40),
                    new Flatten(new Shape(2, 40)),
                    new Dense("dense2", 80, 3)))),
        Named.of(
            "convolution and group norm",
            network(
                List.of(
                    convolution,
                    new GroupNorm("groupnorm1", convolution.output(), 5),
                    new Activate(Activation.RELU, convolution.output()),
                    new Flatten(convolution.output()),
                    new Dense("dense1", convolution.output().values(), 3)))),
        Named.of("GRU tagger, a gradient a row", Texts.tagger(Cell.GRU, 8, 4)),
        Named.of("LSTM tagger, a gradient a row", Texts.tagger(Cell.LSTM, 8, 4)),
        Named.of("GRU tagger, ghost norm", Texts.tagger(Cell.GRU, 3, 12)),
        Named.of("LSTM tagger, ghost norm", Texts.tagger(Cell.LSTM, 3, 12)),
        Named.of("mean of a text", Texts.classifier(Cell.GRU, false)),
        Named.of("end of a text", Texts.classifier(Cell.LSTM, true)));
  }

  private static Examples examples(Model model, int rows, long seed) {
    return model.takesWords()
        ? Texts.noise(model, rows, seed)
        : Fixtures.noise(model.task(), rows, model.columns(), seed);
  }

  static Stream<Named<Model>> convolutions() {
    Convolution wide =
        new Convolution("conv1", new ImageSize(3, 3, 20), 70, 3, 1, Padding.SAME);
    Convolution narrow =
        new Convolution("conv1", new ImageSize(4, 4, 2), 40, 3, 1, Padding.VALID);
    assertTrue(ConvolutionNorms.areCheaper(9, 180, 70) && ConvolutionNorms.areCheaper(4, 18, 40));
    return Stream.of(
        Named.of(
            "ghost norm of a wide convolution",
            network(
                List.of(
                    wide,
                    new Activate(Activation.TANH, wide.output()),
                    new Flatten(wide.output()),
                    new Dense("dense1", wide.output().values(), 3)))),
        Named.of(
            "ghost norm of a convolution with many outputs",
            network(
                List.of(
                    narrow,
                    new Flatten(narrow.output()),
                    new Dense("dense1", narrow.output().values(), 3)))));
  }

  private static Model network(List<Layer> layers) {
    return new Network("Test", Fixtures.CLASSES, layers, () -> new SoftmaxCrossEntropy(3));
  }

  @ParameterizedTest
  @MethodSource("models")
  void sumOfRowsClippedOneAtATime(Model model) {
    checkSum(model, 4e-6);
  }

  /** Their norms are found as much too large as rounding could have made them too small. */
  @ParameterizedTest
  @MethodSource("convolutions")
  void sumOfRowsWhoseNormsComeFromPairsOfPlaces(Model model) {
    checkSum(model, 2e-4);
  }

  private static void checkSum(Model model, double tolerance) {
    Examples examples = examples(model, ROWS, 2);
    ModelParameters parameters = model.initialise(new RandomStream(3));
    double[] norms =
        IntStream.range(0, ROWS)
            .mapToDouble(i -> norm(gradient(model, parameters, examples, i)))
            .toArray();
    double clip = Arrays.stream(norms).sorted().skip(ROWS / 2).findFirst().orElseThrow();

    double[] expected = new double[parameters.size()];
    for (int row = 0; row < ROWS; row++) {
      double factor = Math.min(1, clip / norms[row]) / EXPECTED_ROWS;
      float[] gradient = gradient(model, parameters, examples, row);
      for (int i = 0; i < gradient.length; i++) {
        expected[i] += factor * gradient[i];
      }
    }
    DpSgd rule = new DpSgd(clip, 0, 0);
    float[] found = step(model, parameters, examples, StepRule.of(new Reveal()), rule, ROWS);
    assertClose(expected, found, tolerance);

    float[] start = flat(parameters);
    float[] moved = step(model, parameters, examples, StepRule.of(new Sgd(0.5f)), rule, ROWS);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = start[i] - 0.5 * expected[i];
    }
    assertClose(expected, moved, tolerance);
  }

  /** The gradient of one row alone can't be longer than the norm, nor can rows far off change more. */
  @ParameterizedTest
  @MethodSource({"models", "convolutions"})
  void noRowAddsMoreThanTheNorm(Model model) {
    Examples examples = examples(model, 1, 4);
    for (int i = 0; !model.takesWords() && i < examples.features().length; i++) {
      examples.features()[i] *= 1e4f;
    }
    ModelParameters parameters = model.initialise(new RandomStream(3));
    float[] found =
        step(model, parameters, examples, StepRule.of(new Reveal()), new DpSgd(0.25, 0, 0), 1);
    assertTrue(norm(found) * EXPECTED_ROWS <= 0.25, "found " + norm(found) * EXPECTED_ROWS);
  }

  @Test
  void aRowThatOverflowsCountsForNothing() {
    Model model = Fixtures.mlp(Fixtures.CLASSES, 6, 20, 7);
    ModelParameters parameters = model.initialise(new RandomStream(3));
    Examples examples = Fixtures.noise(model.task(), ROWS, 6, 2);
    float[] without =
        step(model, parameters, examples, StepRule.of(new Reveal()), new DpSgd(0.1, 0, 0), ROWS - 1);
    for (int i = 0; i < 6; i++) {
      examples.features()[(ROWS - 1) * 6 + i] = 3e38f;
    }
    assertArrayEquals(
        without,
        step(model, parameters, examples, StepRule.of(new Reveal()), new DpSgd(0.1, 0, 0), ROWS));
  }

  @Test
  void noiseOfTheRightSizeOnEveryParameterOfAnEmptyBatch() {
    Model model = Fixtures.mlp(Fixtures.CLASSES, 50, 90, 40);
    ModelParameters parameters = model.initialise(new RandomStream(3));
    Examples examples = Fixtures.noise(model.task(), 1, 50, 2);
    DpSgd rule = new DpSgd(0.5, 3, 0);
    float[] noise = step(model, parameters, examples, StepRule.of(new Reveal()), rule, 0);
    assertEquals(0.5 * 3 / EXPECTED_ROWS, norm(noise) / Math.sqrt(noise.length), 0.01);
    assertEquals(noise.length, IntStream.range(0, noise.length).filter(i -> noise[i] != 0).count());

    float[] start = flat(parameters);
    float[] moved = step(model, parameters, examples, StepRule.of(new Sgd(0.5f)), rule, 0);
    for (int i = 0; i < noise.length; i++) {
      assertEquals(-0.5 * noise[i], moved[i] - start[i], 1e-6);
    }
  }

  @Test
  void batchNormIsRefused() {
    Convolution convolution = new Convolution("conv1", IMAGE, 5, 3, 1, Padding.SAME);
    Model model =
        network(
            List.of(
                convolution,
                new BatchNorm("batchnorm1", convolution.output()),
                new Flatten(convolution.output()),
                new Dense("dense1", convolution.output().values(), 3)));
    assertTrue(model.mixesRows());
    Examples examples = Fixtures.noise(model.task(), 2, model.columns(), 2);
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            step(
                model,
                model.initialise(new RandomStream(1)),
                examples,
                StepRule.of(new Sgd(1)),
                new DpSgd(1, 1, 0),
                2));
  }

  private static float[] step(
      Model model, ModelParameters start, Examples examples, StepRule rule, DpSgd privacy, int size) {
    ModelWorkspace workspace = model.workspace(ROWS);
    ModelParameters after = start.copy();
    workspace.load(after);
    int[] rows = Fixtures.firstRows(ROWS);
    workspace.privateStep(
        examples,
        rows,
        0,
        size,
        new RandomStream(7),
        rule,
        rule.optimizer().learningRate(),
        privacy,
        EXPECTED_ROWS);
    workspace.store(after);
    return flat(after);
  }

  private static float[] gradient(Model model, ModelParameters parameters, Examples examples, int row) {
    ModelWorkspace workspace = model.workspace(1);
    workspace.load(parameters);
    ModelParameters gradient = parameters.zeros();
    workspace.gradient(examples, new int[] {row}, 0, 1, new RandomStream(7), gradient);
    return flat(gradient);
  }

  private static float[] flat(ModelParameters parameters) {
    float[] all = new float[parameters.size()];
    int at = 0;
    for (Tensor tensor : parameters.tensors()) {
      System.arraycopy(tensor.values(), 0, all, at, tensor.values().length);
      at += tensor.values().length;
    }
    return all;
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static void assertClose(double[] expected, float[] found, double tolerance) {
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], tolerance * largest, "parameter " + i);
    }
  }
}
