package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.StepRule;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Embedding, recurrent layers and what follows, against central differences in double precision. */
class TextLayersTest {

  private static final double TOLERANCE = 1e-5;

  static Stream<Named<Network>> networks() {
    return Stream.of(
        Named.of("GRU tagger", Texts.tagger(Cell.GRU, 6, 5)),
        Named.of("LSTM tagger", Texts.tagger(Cell.LSTM, 6, 5)),
        Named.of("wide GRU tagger", Texts.tagger(Cell.GRU, 3, 18)),
        Named.of("mean of a text, GRU", Texts.classifier(Cell.GRU, false)),
        Named.of("mean of a text, LSTM", Texts.classifier(Cell.LSTM, false)),
        Named.of("end of a text, GRU", Texts.classifier(Cell.GRU, true)),
        Named.of("end of a text, LSTM", Texts.classifier(Cell.LSTM, true)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientEqualsFiniteDifferences(Network network) {
    Examples examples = Texts.noise(network, 12, 1);
    ModelParameters parameters = withBiases(network);
    int[] rows = {7, 3, 3, 0, 11};
    ModelParameters gradient = parameters.copy();
    double loss =
        loaded(network, 6, parameters).gradient(examples, rows, 0, rows.length, null, gradient);

    TextReference reference = new TextReference(network, parameters);
    assertEquals(reference.meanLoss(examples, rows), loss, 1e-6 * loss);
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

  @ParameterizedTest
  @MethodSource("networks")
  void predictsAsTheReferenceWhateverTheNeighbours(Network network) {
    Examples examples = Texts.noise(network, 9, 2);
    ModelParameters parameters = withBiases(network);
    ModelWorkspace workspace = loaded(network, 9, parameters);
    float[] together = new float[9 * network.outputs()];
    float[] alone = new float[network.outputs()];
    workspace.predict(examples, 0, 9, together);
    TextReference reference = new TextReference(network, parameters);
    for (int row = 0; row < 9; row++) {
      double[][] expected = reference.outputs(examples, row);
      workspace.predict(examples, row, row + 1, alone);
      for (int i = 0; i < expected.length * 3; i++) {
        assertEquals(expected[i / 3][i % 3], alone[i], 1e-5);
        assertEquals(alone[i], together[row * alone.length + i]);
      }
    }
  }

  /** What lies behind the last word, and which batch came before, changes nothing. */
  @ParameterizedTest
  @MethodSource("networks")
  void placesWithoutWordsCountForNothing(Network network) {
    Examples examples = Texts.noise(network, 12, 3);
    ModelParameters parameters = withBiases(network);
    ModelParameters first = parameters.zeros();
    ModelParameters second = parameters.zeros();
    int[] rows = {4, 5, 6, 7};
    loaded(network, 4, parameters).gradient(examples, rows, 0, 4, null, first);
    ModelWorkspace used = loaded(network, 12, parameters);
    used.gradient(examples, Fixtures.firstRows(12), 0, 12, null, second);
    used.gradient(examples, rows, 0, 4, null, second);
    assertEquals(first.tensors(), second.tensors());
    float[] ofPadding =
        Arrays.copyOf(first.tensors().get(0).values(), first.tensors().get(0).values().length / Texts.VOCABULARY);
    assertArrayEquals(new float[ofPadding.length], ofPadding);
  }

  @Test
  void aStepAllocatesNothing() {
    Network network = Texts.tagger(Cell.GRU, 8, 12);
    Examples examples = Texts.noise(network, 20, 4);
    ModelParameters parameters = withBiases(network);
    ModelWorkspace workspace = network.workspace(20);
    workspace.load(parameters);
    StepRule rule = StepRule.of(new Sgd(0.01f));
    int[] rows = Fixtures.firstRows(20);
    RandomStream random = new RandomStream(1);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 50; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      workspace.step(examples, rows, 0, 20, random, rule, 0.01f);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < 1000, "a step allocated " + least + " bytes");
  }

  @Test
  void wordsCannotBeMoved() {
    Network network = Texts.tagger(Cell.GRU, 8, 4);
    assertTrue(network.takesWords());
    Embedding embedding = (Embedding) network.layers().get(0);
    Arena arena = new Arena();
    Block weight = arena.rows(Texts.VOCABULARY, Shape.flat(4));
    LayerWorkspace workspace =
        embedding.workspace(new LayerMemory(arena, null, 2, List.of(weight)));
    assertThrows(UnsupportedOperationException.class, () -> workspace.backward(weight, 1, true));
  }

  private static ModelWorkspace loaded(Model model, int maxBatch, ModelParameters parameters) {
    ModelWorkspace workspace = model.workspace(maxBatch);
    workspace.load(parameters);
    return workspace;
  }

  private static ModelParameters withBiases(Model model) {
    ModelParameters parameters = model.initialise(new RandomStream(5));
    RandomStream random = new RandomStream(6);
    for (Tensor tensor : parameters.tensors()) {
      for (int i = 0; tensor.name().endsWith(".bias") && i < tensor.values().length; i++) {
        tensor.values()[i] += (float) (0.2 * random.nextGaussian());
      }
    }
    return parameters;
  }
}
