package org.archipelago.learning.network;

import org.archipelago.learning.kernel.Kernels;

/**
 * A layer that applies an {@link Activation} to every value.
 *
 * @param function the activation
 * @param input shape of the rows it takes and gives
 */
public record Activate(Activation function, Shape input) implements Layer {

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace implements LayerWorkspace {

    private static final int RUN = 1024;

    private final Arena arena;
    private final Kernels kernels;
    private final Block output;
    private final float[] x = new float[RUN];
    private final float[] y = new float[RUN];
    private final float[] gradient = new float[RUN];
    private Block taken;

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      kernels = memory.kernels();
      output = memory.batch(input);
    }

    @Override
    public Block forward(Block newInput, int rows, Pass pass) {
      taken = newInput;
      float[] m = arena.data();
      int length = rows * output.rowStride();
      if (function == Activation.RELU) {
        kernels.relu(m, taken.offset(), output.offset(), length);
        return output;
      }
      for (int from = 0; from < length; from += RUN) {
        int count = Math.min(RUN, length - from);
        System.arraycopy(m, taken.offset() + from, x, 0, count);
        function.forward(x, y, count);
        System.arraycopy(y, 0, m, output.offset() + from, count);
      }
      return output;
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      float[] m = arena.data();
      if (!inputWanted) {
        return null;
      }
      int length = rows * output.rowStride();
      if (function == Activation.RELU) {
        kernels.keepWherePositive(m, outputGradient.offset(), output.offset(), length);
        return outputGradient;
      }
      for (int from = 0; from < length; from += RUN) {
        int count = Math.min(RUN, length - from);
        System.arraycopy(m, taken.offset() + from, x, 0, count);
        System.arraycopy(m, output.offset() + from, y, 0, count);
        System.arraycopy(m, outputGradient.offset() + from, gradient, 0, count);
        function.backward(x, y, gradient, count);
        System.arraycopy(gradient, 0, m, outputGradient.offset() + from, count);
      }
      return outputGradient;
    }
  }
}
