package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.api.Test;

class NetworkTest {

  @Test
  void startsGlorotUniformWithZeroBiases() {
    Task digits = Task.classification("digit", IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    Model model = Fixtures.mlp(digits, 64, 200);
    ModelParameters parameters = model.initialise(new RandomStream(7));
    assertEquals(
        "[dense1.weight[64, 200], dense1.bias[200], dense2.weight[200, 10], dense2.bias[10]]",
        parameters.tensors().toString());
    for (Tensor tensor : parameters.tensors()) {
      float[] values = tensor.values();
      if (tensor.name().endsWith(".bias")) {
        assertEquals(Tensor.zeros(tensor.name(), tensor.shape()), tensor);
      } else {
        double limit = Math.sqrt(6.0 / (tensor.shape()[0] + tensor.shape()[1]));
        double square = 0;
        float largest = 0;
        for (float value : values) {
          square += (double) value * value;
          largest = Math.max(largest, Math.abs(value));
        }
        double variance = limit * limit / 3;
        double deviation = variance * Math.sqrt(4.0 / 5 / values.length);
        assertEquals(variance, square / values.length, 4 * deviation, tensor.name());
        assertTrue(largest <= (float) limit && largest > 0.98 * limit, tensor.name());
      }
    }
  }

  @Test
  void drawsItsStartFromTheStreamAlone() {
    Model model = Fixtures.softmax(4);
    ModelParameters one = model.initialise(new RandomStream(1));
    assertEquals(one.hash(), model.initialise(new RandomStream(1)).hash());
    assertNotEquals(one.hash(), model.initialise(new RandomStream(2)).hash());
  }

  @Test
  void summarises() {
    assertEquals("Linear regression, 220-1, 221 parameters", Fixtures.linear(220).summary());
    assertEquals("Softmax regression, 4-3, 15 parameters", Fixtures.softmax(4).summary());
    assertEquals(
        "MLP with ReLU, 784-200-200-3, 197,803 parameters",
        Fixtures.mlp(Fixtures.CLASSES, 784, 200, 200).summary());
  }

  @Test
  void refusesLayersThatDoNotFit() {
    List<Dense> layers = List.of(new Dense("a", 2, 4), new Dense("b", 5, 3));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Network("N", Fixtures.CLASSES, layers, SquaredError::new));
    assertTrue(refused.getMessage().contains("another shape than 5"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Dense("empty", 0, 3));
  }

  @Test
  void refusesRowsOfAnotherWidthAndBatchesTooLarge() {
    Model model = Fixtures.softmax(4);
    ModelParameters parameters = model.initialise(new RandomStream(1));
    ModelWorkspace workspace = model.workspace(2);
    Examples narrow = Fixtures.noise(Fixtures.CLASSES, 3, 3, 1);
    Examples right = Fixtures.noise(Fixtures.CLASSES, 3, 4, 1);
    float[] outputs = new float[9];
    assertEquals(
        "the model takes rows of 4 columns, not 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> workspace.predict(narrow, 0, 1, outputs))
            .getMessage());
    assertEquals(
        "a batch has 1 to 2 rows, not 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> workspace.predict(right, 0, 3, outputs))
            .getMessage());
  }

  @Test
  void reluCutsBelowZeroAndLetsNanThrough() {
    float[] x = {-1, 0, 2, Float.NaN};
    float[] y = new float[4];
    Activation.RELU.forward(x, y, 4);
    assertEquals("[0.0, 0.0, 2.0, NaN]", Arrays.toString(y));
    float[] gradient = {5, 6, 7, 8};
    Activation.RELU.backward(x, y, gradient, 4);
    assertEquals("[0.0, 0.0, 7.0, 0.0]", Arrays.toString(gradient));
  }
}
