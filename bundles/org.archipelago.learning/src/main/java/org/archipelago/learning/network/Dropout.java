package org.archipelago.learning.network;

import org.archipelago.core.RandomStream;

/**
 * Drops values in training, each by itself with the same probability, and scales what stays by
 * 1 / (1 − probability), so that nothing has to be changed for predictions (Srivastava et al. 2014,
 * "Dropout: a simple way to prevent neural networks from overfitting", section 10).
 *
 * @param probability of being dropped, in [0, 1)
 * @param input shape of the rows it takes and gives
 */
public record Dropout(double probability, Shape input) implements Layer {

  public Dropout {
    if (!(probability >= 0 && probability < 1)) {
      throw new IllegalArgumentException("nothing is dropped with probability " + probability);
    }
  }

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace implements LayerWorkspace {

    private final long threshold = (long) (probability * 0x1p32);
    private final float scale = (float) (1 / (1 - probability));
    private final Arena arena;
    private final Block output;
    private final Block factors;
    private boolean dropping;

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      output = memory.batch(input);
      factors = memory.batch(input);
    }

    @Override
    public Block forward(Block taken, int rows, Pass pass) {
      dropping = pass.training() && probability > 0;
      if (!dropping) {
        return taken;
      }
      draw(rows, pass.random());
      multiply(taken, output, rows);
      return output;
    }

    private void draw(int rows, RandomStream random) {
      float[] m = arena.data();
      int from = factors.offset();
      int to = factors.at(rows);
      for (int i = from; i < to; i += 2) {
        long bits = random.nextLong();
        m[i] = (bits >>> 32) < threshold ? 0 : scale;
        m[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0 : scale;
      }
    }

    private void multiply(Block from, Block to, int rows) {
      float[] m = arena.data();
      int length = rows * factors.rowStride();
      for (int i = 0; i < length; i++) {
        m[to.offset() + i] = m[from.offset() + i] * m[factors.offset() + i];
      }
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      if (dropping && inputWanted) {
        multiply(outputGradient, outputGradient, rows);
      }
      return inputWanted ? outputGradient : null;
    }
  }
}
