package org.archipelago.learning.network;

/**
 * Makes one place of the places of a row that have words: their mean, or the last.
 *
 * @param input shape of the rows it takes
 * @param last whether to take the last word's values instead of the mean
 * @param reversed with the last word's values: from which channel on the first word's are taken, since there a
 *     layer ended that goes from the last word to the first
 */
public record PoolWords(Shape input, boolean last, int reversed) implements Layer {

  @Override
  public Shape output() {
    return Shape.flat(input.channels());
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace implements LayerWorkspace {

    private final Arena arena;
    private final int[] lengths;
    private final Block output;
    private final Block inputGradient;

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      lengths = memory.lengths();
      output = memory.batch(output());
      inputGradient = memory.batch(input);
    }

    private int words(int row) {
      return Math.min(lengths[row], input.positions());
    }

    private int lastAt(Block block, int row) {
      return block.at(row) + (words(row) - 1) * block.stride();
    }

    @Override
    public Block forward(Block taken, int rows, Pass pass) {
      float[] m = arena.data();
      for (int row = 0; row < rows; row++) {
        if (last) {
          System.arraycopy(m, lastAt(taken, row), m, output.at(row), reversed);
          System.arraycopy(
              m, taken.at(row) + reversed, m, output.at(row) + reversed, input.channels() - reversed);
        } else {
          mean(m, taken, row);
        }
      }
      return output;
    }

    private void mean(float[] m, Block taken, int row) {
      int words = words(row);
      for (int i = 0; i < input.channels(); i++) {
        float sum = 0;
        for (int place = 0; place < words; place++) {
          sum += m[taken.at(row) + place * taken.stride() + i];
        }
        m[output.at(row) + i] = sum / words;
      }
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      if (!inputWanted) {
        return null;
      }
      float[] m = arena.data();
      arena.clear(inputGradient, rows);
      for (int row = 0; row < rows; row++) {
        int from = outputGradient.at(row);
        if (last) {
          System.arraycopy(m, from, m, lastAt(inputGradient, row), reversed);
          System.arraycopy(
              m, from + reversed, m, inputGradient.at(row) + reversed, input.channels() - reversed);
        } else {
          spread(m, from, row);
        }
      }
      return inputGradient;
    }

    private void spread(float[] m, int from, int row) {
      int words = words(row);
      for (int place = 0; place < words; place++) {
        int to = inputGradient.at(row) + place * inputGradient.stride();
        for (int i = 0; i < input.channels(); i++) {
          m[to + i] = m[from + i] / words;
        }
      }
    }
  }
}
