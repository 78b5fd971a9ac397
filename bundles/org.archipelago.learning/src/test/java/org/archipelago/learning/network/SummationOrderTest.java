package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.kernel.Kernels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bits that every implementation of {@link Kernels} has to give to a {@link Dense}, term by term. */
class SummationOrderTest {

  private static final int INPUTS = 11;
  private static final int OUTPUTS = 7;
  private static final int ROWS = 6;

  private final float[][] weight = random(INPUTS, OUTPUTS, 1);
  private final float[][] bias = random(1, OUTPUTS, 5);
  private final float[][] x = random(ROWS, INPUTS, 2);
  private final float[][] dy = random(ROWS, OUTPUTS, 3);
  private final Arena arena = new Arena();
  private final List<Block> parameters =
      List.of(arena.rows(INPUTS, Shape.flat(OUTPUTS)), arena.rows(1, Shape.flat(OUTPUTS)));
  private final List<Block> targets =
      List.of(arena.rows(INPUTS, Shape.flat(OUTPUTS)), arena.rows(1, Shape.flat(OUTPUTS)));
  private final Block input = arena.rows(ROWS, Shape.flat(INPUTS));
  private final Block outputGradient = arena.rows(ROWS, Shape.flat(OUTPUTS));
  private final LayerWorkspace workspace =
      new Dense("d", INPUTS, OUTPUTS).workspace(new LayerMemory(arena, Kernels.create(), ROWS, parameters));

  @BeforeEach
  void fill() {
    put(weight, parameters.get(0));
    put(bias, parameters.get(1));
    put(x, input);
    put(dy, outputGradient);
  }

  @Test
  void outputStartsAtTheBiasAndTakesInputsAscending() {
    float[][] expected = new float[ROWS][OUTPUTS];
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < OUTPUTS; j++) {
        expected[row][j] = bias[0][j];
        for (int i = 0; i < INPUTS; i++) {
          expected[row][j] = Math.fma(x[row][i], weight[i][j], expected[row][j]);
        }
      }
    }
    assertArrayEquals(expected, get(workspace.forward(input, ROWS, Pass.EVALUATION)));
  }

  @Test
  void gradientsAreAddedToTheTargetsRowsAscending() {
    float[][] weights = random(INPUTS, OUTPUTS, 6);
    float[][] biases = random(1, OUTPUTS, 7);
    put(weights, targets.get(0));
    put(biases, targets.get(1));
    for (int j = 0; j < OUTPUTS; j++) {
      for (int row = 0; row < ROWS; row++) {
        biases[0][j] += dy[row][j];
        for (int i = 0; i < INPUTS; i++) {
          weights[i][j] = Math.fma(x[row][i], dy[row][j], weights[i][j]);
        }
      }
    }
    workspace.forward(input, ROWS, Pass.EVALUATION);
    workspace.backward(outputGradient, ROWS, false);
    workspace.addGradient(0, 2, targets);
    workspace.addGradient(2, ROWS, targets);
    assertArrayEquals(weights, get(targets.get(0)));
    assertArrayEquals(biases, get(targets.get(1)));
  }

  @Test
  void gradientOfTheInputTakesOutputsAscending() {
    float[][] expected = new float[ROWS][INPUTS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < INPUTS; i++) {
        for (int j = 0; j < OUTPUTS; j++) {
          expected[row][i] = Math.fma(dy[row][j], weight[i][j], expected[row][i]);
        }
      }
    }
    workspace.forward(input, ROWS, Pass.EVALUATION);
    assertArrayEquals(expected, get(workspace.backward(outputGradient, ROWS, true)));
  }

  private void put(float[][] values, Block block) {
    for (int row = 0; row < values.length; row++) {
      System.arraycopy(values[row], 0, arena.data(), block.at(row), values[row].length);
    }
  }

  private float[][] get(Block block) {
    float[][] values = new float[block.rows()][block.shape().channels()];
    for (int row = 0; row < values.length; row++) {
      System.arraycopy(arena.data(), block.at(row), values[row], 0, values[row].length);
    }
    return values;
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
