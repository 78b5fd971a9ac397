package org.archipelago.learning.network;

import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.Tensor;

/**
 * The three products of a {@link Dense} layer. Order of the sums: an output starts at its bias and
 * takes its inputs in ascending order; a weight's gradient starts at 0 and takes the rows in
 * ascending order; an input's gradient starts at 0 and takes the outputs in ascending order.
 */
final class DenseWorkspace implements LayerWorkspace {

  private final int inputs;
  private final int outputs;
  private final float[][] output;
  private final float[][] inputGradient;
  private final float[][] transposed;
  private final float[][] weightRows;
  private float[][] input = {};

  DenseWorkspace(Dense layer, int maxBatch) {
    inputs = layer.inputs();
    outputs = layer.outputs();
    output = new float[maxBatch][outputs];
    inputGradient = new float[maxBatch][inputs];
    transposed = new float[outputs][inputs];
    weightRows = new float[4][outputs];
  }

  @Override
  public float[][] forward(List<Tensor> parameters, float[][] newInput, int rows) {
    input = newInput;
    float[] weight = parameters.get(0).values();
    float[] bias = parameters.get(1).values();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, output[row], 0, outputs);
    }
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      for (int r = 0; r < 4; r++) {
        System.arraycopy(weight, (i + r) * outputs, weightRows[r], 0, outputs);
      }
      for (int row = 0; row < rows; row++) {
        float[] x = input[row];
        RowKernels.add(
            output[row],
            x[i], weightRows[0],
            x[i + 1], weightRows[1],
            x[i + 2], weightRows[2],
            x[i + 3], weightRows[3]);
      }
    }
    for (; i < inputs; i++) {
      System.arraycopy(weight, i * outputs, weightRows[0], 0, outputs);
      for (int row = 0; row < rows; row++) {
        RowKernels.add(output[row], input[row][i], weightRows[0]);
      }
    }
    return output;
  }

  @Override
  public void parameterGradient(float[][] outputGradient, int rows, List<Tensor> gradient) {
    float[] weightGradient = gradient.get(0).values();
    float[] sum = weightRows[0];
    for (int i = 0; i < inputs; i++) {
      Arrays.fill(sum, 0);
      int row = 0;
      for (; row + 4 <= rows; row += 4) {
        RowKernels.add(
            sum,
            input[row][i], outputGradient[row],
            input[row + 1][i], outputGradient[row + 1],
            input[row + 2][i], outputGradient[row + 2],
            input[row + 3][i], outputGradient[row + 3]);
      }
      for (; row < rows; row++) {
        RowKernels.add(sum, input[row][i], outputGradient[row]);
      }
      System.arraycopy(sum, 0, weightGradient, i * outputs, outputs);
    }
    float[] biasGradient = gradient.get(1).values();
    Arrays.fill(biasGradient, 0);
    for (int row = 0; row < rows; row++) {
      RowKernels.add(biasGradient, 1, outputGradient[row]);
    }
  }

  @Override
  public float[][] inputGradient(List<Tensor> parameters, float[][] outputGradient, int rows) {
    transpose(parameters.get(0).values());
    for (int row = 0; row < rows; row++) {
      float[] sum = inputGradient[row];
      float[] g = outputGradient[row];
      Arrays.fill(sum, 0);
      int j = 0;
      for (; j + 4 <= outputs; j += 4) {
        RowKernels.add(
            sum,
            g[j], transposed[j],
            g[j + 1], transposed[j + 1],
            g[j + 2], transposed[j + 2],
            g[j + 3], transposed[j + 3]);
      }
      for (; j < outputs; j++) {
        RowKernels.add(sum, g[j], transposed[j]);
      }
    }
    return inputGradient;
  }

  private void transpose(float[] weight) {
    for (int j = 0; j < outputs; j++) {
      float[] row = transposed[j];
      for (int i = 0; i < inputs; i++) {
        row[i] = weight[i * outputs + j];
      }
    }
  }
}
