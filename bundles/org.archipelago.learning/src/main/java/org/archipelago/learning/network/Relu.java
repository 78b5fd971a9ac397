package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * The rectified linear unit, {@code max(x, 0)}; its derivative at 0 is taken as 0. NaN stays NaN, so
 * that a diverged model shows.
 *
 * @param width of the rows it takes and gives
 */
public record Relu(int width) implements Layer {

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public int tensors() {
    return 0;
  }

  @Override
  public long scalars() {
    return 0;
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    return List.of();
  }

  @Override
  public LayerWorkspace workspace(int maxBatch) {
    return new Workspace(width, maxBatch);
  }

  private static final class Workspace implements LayerWorkspace {

    private final float[][] output;
    private final float[][] inputGradient;

    Workspace(int width, int maxBatch) {
      output = new float[maxBatch][width];
      inputGradient = new float[maxBatch][width];
    }

    @Override
    public float[][] forward(List<Tensor> parameters, float[][] input, int rows) {
      for (int row = 0; row < rows; row++) {
        float[] x = input[row];
        float[] y = output[row];
        for (int j = 0; j < y.length; j++) {
          y[j] = Math.max(x[j], 0f);
        }
      }
      return output;
    }

    @Override
    public void parameterGradient(float[][] outputGradient, int rows, List<Tensor> gradient) {
      // There are no parameters.
    }

    @Override
    public float[][] inputGradient(List<Tensor> parameters, float[][] outputGradient, int rows) {
      for (int row = 0; row < rows; row++) {
        float[] y = output[row];
        float[] from = outputGradient[row];
        float[] to = inputGradient[row];
        for (int j = 0; j < y.length; j++) {
          to[j] = y[j] > 0 ? from[j] : 0f;
        }
      }
      return inputGradient;
    }
  }
}
