package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.api.Test;

/** The bits that every implementation of {@link DenseWorkspace} has to give, term by term. */
class SummationOrderTest {

  private static final int INPUTS = 11;
  private static final int OUTPUTS = 7;
  private static final int ROWS = 6;

  private final List<Tensor> parameters = new Dense("d", INPUTS, OUTPUTS).initialise(new RandomStream(1));
  private final float[] weight = parameters.get(0).values();
  private final float[] bias = parameters.get(1).values();
  private final float[][] input = random(ROWS, INPUTS, 2);
  private final float[][] outputGradient = random(ROWS, OUTPUTS, 3);
  private final LayerWorkspace workspace = new Dense("d", INPUTS, OUTPUTS).workspace(ROWS);

  @Test
  void outputStartsAtTheBiasAndTakesInputsAscending() {
    bias[3] = 0.25f;
    float[][] expected = new float[ROWS][OUTPUTS];
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < OUTPUTS; j++) {
        expected[row][j] = bias[j];
        for (int i = 0; i < INPUTS; i++) {
          expected[row][j] = Math.fma(input[row][i], weight[i * OUTPUTS + j], expected[row][j]);
        }
      }
    }
    assertArrayEquals(expected, workspace.forward(parameters, input, ROWS));
  }

  @Test
  void gradientsOfTheParametersTakeRowsAscending() {
    float[] weights = new float[INPUTS * OUTPUTS];
    float[] biases = new float[OUTPUTS];
    for (int j = 0; j < OUTPUTS; j++) {
      for (int row = 0; row < ROWS; row++) {
        biases[j] += outputGradient[row][j];
        for (int i = 0; i < INPUTS; i++) {
          int at = i * OUTPUTS + j;
          weights[at] = Math.fma(input[row][i], outputGradient[row][j], weights[at]);
        }
      }
    }
    List<Tensor> gradient = new Dense("d", INPUTS, OUTPUTS).initialise(new RandomStream(4));
    workspace.forward(parameters, input, ROWS);
    workspace.parameterGradient(outputGradient, ROWS, gradient);
    assertArrayEquals(weights, gradient.get(0).values());
    assertArrayEquals(biases, gradient.get(1).values());
  }

  @Test
  void gradientOfTheInputTakesOutputsAscending() {
    float[][] expected = new float[ROWS][INPUTS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < INPUTS; i++) {
        for (int j = 0; j < OUTPUTS; j++) {
          expected[row][i] =
              Math.fma(outputGradient[row][j], weight[i * OUTPUTS + j], expected[row][i]);
        }
      }
    }
    assertArrayEquals(expected, workspace.inputGradient(parameters, outputGradient, ROWS));
  }

  private static float[][] random(int rows, int columns, long seed) {
    RandomStream random = new RandomStream(seed);
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return values;
  }
}
