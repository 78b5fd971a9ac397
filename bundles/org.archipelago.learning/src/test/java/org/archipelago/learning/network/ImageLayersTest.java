package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.kernel.Kernels;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer on images against an independent network in double precision, and its central differences. */
class ImageLayersTest {

  private static final double TOLERANCE = 2e-5;
  private static final int[] ROWS = {7, 2, 2, 5, 0};

  static Stream<Named<Network>> networks() {
    return Stream.of(
        network("narrow kernel, border", 6, 7, 2, image -> conv(image, 5, 3, 1, Padding.SAME)),
        network("even kernel, border", 5, 6, 2, image -> conv(image, 3, 4, 1, Padding.SAME)),
        network("kernel that jumps, border", 7, 6, 3, image -> conv(image, 4, 3, 2, Padding.SAME)),
        network("kernel that jumps", 7, 8, 3, image -> conv(image, 4, 3, 2, Padding.VALID)),
        network("wide kernel", 5, 6, 17, image -> conv(image, 18, 3, 1, Padding.VALID)),
        network("wide kernel that jumps, border", 6, 5, 20, image -> conv(image, 3, 3, 2, Padding.SAME)),
        network("wide kernel, values where they lie", 5, 4, 16, image -> conv(image, 16, 3, 1, Padding.VALID)),
        network("kernel of one pixel", 3, 4, 2, image -> conv(image, 3, 1, 1, Padding.SAME)),
        network("largest of windows", 6, 8, 3, image -> new MaxPool(image, 2, 2)),
        network("largest, pixels left over", 7, 5, 17, image -> new MaxPool(image, 2, 2)),
        network("largest, windows overlap", 7, 7, 2, image -> new MaxPool(image, 3, 2)),
        network("mean of windows", 6, 8, 3, image -> new AveragePool(image, 2, 2)),
        network("mean, windows overlap", 7, 7, 16, image -> new AveragePool(image, 3, 2)),
        network("group norm", 4, 3, 6, image -> new GroupNorm("groupnorm1", Shape.of(image), 3)),
        network("group norm, one group", 4, 3, 2, image -> new GroupNorm("groupnorm1", Shape.of(image), 1)),
        network("batch norm", 4, 3, 3, image -> new BatchNorm("batchnorm1", Shape.of(image))));
  }

  private static Convolution conv(ImageSize image, int outputs, int kernel, int stride, Padding padding) {
    return new Convolution("conv2", image, outputs, kernel, stride, padding);
  }

  /** The layer in question between others, so that its input's gradient counts too. */
  private static Named<Network> network(
      String name, int height, int width, int channels, Function<ImageSize, Layer> layer) {
    ImageSize first = new ImageSize(height, width, 2);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Convolution("conv1", first, channels, 3, 1, Padding.SAME));
    layers.add(new Activate(Activation.TANH, layers.get(0).output()));
    layers.add(layer.apply(new ImageSize(height, width, channels)));
    layers.add(new Activate(Activation.TANH, layers.get(2).output()));
    layers.add(new Flatten(layers.get(3).output()));
    layers.add(new Dense("dense1", layers.get(4).output(), 3));
    return Named.of(
        name, new Network("Test", Fixtures.CLASSES, layers, () -> new SoftmaxCrossEntropy(3)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientEqualsFiniteDifferences(Network network) {
    Examples examples = Fixtures.noise(network.task(), 8, network.columns(), 1);
    ModelParameters parameters = perturbed(network);
    ModelParameters gradient = parameters.copy();

    double loss = loaded(network, parameters).gradient(examples, ROWS, 0, ROWS.length, null, gradient);

    ImageReference reference = new ImageReference(network, parameters);
    assertEquals(reference.meanLoss(examples, ROWS), loss, 2e-6 * loss);
    for (int t = 0; t < gradient.tensors().size(); t++) {
      Tensor tensor = gradient.tensors().get(t);
      if (tensor.name().contains("running")) {
        continue;
      }
      double largest = largest(tensor.values());
      assertTrue(largest > 1e-3, tensor.name() + ": a gradient of nothing proves nothing");
      for (int i = 0; i < tensor.values().length; i++) {
        assertEquals(
            reference.derivative(t, i, examples, ROWS),
            tensor.values()[i],
            TOLERANCE * Math.max(largest, 0.05),
            tensor.name() + " " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void predictsAsTheReference(Network network) {
    Examples examples = Fixtures.noise(network.task(), 8, network.columns(), 2);
    ModelParameters parameters = perturbed(network);
    float[] outputs = new float[6 * 3];

    loaded(network, parameters).predict(examples, 1, 7, outputs);

    double[][] expected =
        new ImageReference(network, parameters).outputs(examples, new int[] {1, 2, 3, 4, 5, 6}, false);
    for (int row = 0; row < 6; row++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(expected[row][j], outputs[3 * row + j], 1e-5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsOfSingleRowsAddUp(Network network) {
    if (network.mixesRows()) {
      return;
    }
    Examples examples = Fixtures.noise(network.task(), 8, network.columns(), 3);
    ModelParameters parameters = perturbed(network);
    ModelWorkspace workspace = loaded(network, parameters);
    ModelParameters whole = parameters.zeros();
    workspace.gradient(examples, ROWS, 0, ROWS.length, null, whole);
    ModelParameters sum = parameters.zeros();
    ModelParameters single = parameters.zeros();
    for (int i = 0; i < ROWS.length; i++) {
      workspace.gradient(examples, ROWS, i, i + 1, null, single);
      sum.addScaled(1f / ROWS.length, single);
    }
    assertTrue(sum.minus(whole).norm() < 1e-6 * whole.norm());
  }

  /** What DP-SGD does: the parameters' gradients of some rows, then of others. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientsOfSomeRowsAndOfTheOthersAreThoseOfAll(Network network) {
    for (Layer layer : network.layers()) {
      List<ParameterSpec> specs = layer.parameters();
      Arena arena = new Arena();
      List<List<Block>> blocks = List.of(reserve(specs, arena), reserve(specs, arena), reserve(specs, arena));
      Block input = arena.rows(5, layer.input());
      Block gradient = arena.rows(5, layer.output());
      LayerWorkspace workspace =
          layer.workspace(new LayerMemory(arena, Kernels.create(), 5, blocks.get(0)));
      for (Block block : new Block[] {input, gradient}) {
        fill(arena, block);
      }
      blocks.get(0).forEach(block -> fill(arena, block));
      workspace.forward(input, 5, Pass.training(new RandomStream(1)));
      workspace.backward(gradient, 5, true);
      workspace.addGradient(0, 5, blocks.get(1));
      workspace.addGradient(0, 2, blocks.get(2));
      workspace.addGradient(2, 5, blocks.get(2));
      for (int t = 0; t < specs.size(); t++) {
        Block whole = blocks.get(1).get(t);
        Block parts = blocks.get(2).get(t);
        for (int i = 0; i < whole.rows() * whole.rowStride(); i++) {
          float expected = arena.data()[whole.offset() + i];
          assertEquals(
              expected,
              arena.data()[parts.offset() + i],
              1e-5 * Math.max(1, Math.abs(expected)),
              specs.get(t).name());
        }
      }
    }
  }

  private static List<Block> reserve(List<ParameterSpec> specs, Arena arena) {
    return specs.stream().map(spec -> arena.rows(spec.rows(), Shape.flat(spec.columns()))).toList();
  }

  private static void fill(Arena arena, Block block) {
    RandomStream random = new RandomStream(block.offset());
    int places = block.rows() * block.shape().positions();
    for (int place = 0; place < places; place++) {
      for (int c = 0; c < block.shape().channels(); c++) {
        arena.data()[block.offset() + place * block.stride() + c] = (float) random.nextGaussian();
      }
    }
  }

  @Test
  void onlyBatchNormMixesRows() {
    assertEquals(
        List.of("batch norm"),
        networks().filter(named -> named.getPayload().mixesRows()).map(Named::getName).toList());
    assertTrue(BatchNorm.owns("batchnorm2.running_mean"));
    assertFalse(BatchNorm.owns("groupnorm1.weight"));
  }

  @Test
  void batchNormCountsInTrainingAndIsNotTrainedOnWhatItCounts() {
    Network network =
        networks().filter(named -> named.getName().equals("batch norm")).findFirst().orElseThrow().getPayload();
    Examples examples = Fixtures.noise(network.task(), 8, network.columns(), 4);
    ModelParameters parameters = network.initialise(new RandomStream(3));
    ModelWorkspace workspace = loaded(network, parameters);
    ModelParameters gradient = parameters.zeros();
    workspace.gradient(examples, ROWS, 0, ROWS.length, null, gradient);
    ModelParameters after = parameters.zeros();
    workspace.store(after);
    assertEquals("batchnorm1.running_mean", after.tensors().get(4).name());
    assertTrue(largest(after.tensors().get(4).values()) > 0);
    for (float variance : after.tensors().get(5).values()) {
      assertTrue(variance >= 0.9f && variance < 1f, "a tenth of the way from 1: " + variance);
    }
    assertEquals(0, largest(gradient.tensors().get(4).values()));
    float[] before = new float[24];
    workspace.predict(examples, 0, 8, before);
    workspace.store(parameters);
    assertEquals(after.tensors(), parameters.tensors());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ImageSize small = new ImageSize(3, 3, 1);
    assertEquals(
        "a window of 4×4 pixels does not fit into an image of 3×3×1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Convolution("conv1", small, 2, 4, 1, Padding.VALID))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new MaxPool(small, 4, 4));
    assertEquals(
        "6 channels can't be divided into 4 groups",
        assertThrows(IllegalArgumentException.class, () -> new GroupNorm("groupnorm1", new Shape(4, 6), 4))
            .getMessage());
  }

  private static ModelWorkspace loaded(Network network, ModelParameters parameters) {
    ModelWorkspace workspace = network.workspace(8);
    workspace.load(parameters);
    return workspace;
  }

  private static ModelParameters perturbed(Network network) {
    ModelParameters parameters = network.initialise(new RandomStream(5));
    RandomStream random = new RandomStream(6);
    for (Tensor tensor : parameters.tensors()) {
      for (int i = 0; i < tensor.values().length; i++) {
        tensor.values()[i] += (float) (0.1 * random.nextGaussian());
      }
    }
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
