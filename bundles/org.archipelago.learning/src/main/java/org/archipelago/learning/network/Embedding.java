package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.Inputs;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.kernel.Kernels;

/**
 * Looks a vector up for each word of a text. A row has the ids of its words, and after the last {@link
 * Inputs#PADDING}; the layers behind this one learn from {@link LayerMemory#lengths} how many words there are.
 *
 * <p>Its tensor is {@code <name>.weight}, of shape [vocabulary, width]. Vectors start uniform in ±√(3 / width)
 * (Ma and Hovy 2016, "End-to-end sequence labeling via bi-directional LSTM-CNNs-CRF", section 3.1).
 *
 * @param name prefix of the tensor's name
 * @param length of the longest text, in words
 * @param vocabulary number of ids
 * @param width length of a vector
 */
public record Embedding(String name, int length, int vocabulary, int width) implements Layer {

  public Embedding {
    if (vocabulary < 2 || width < 1) {
      throw new IllegalArgumentException("no vectors of %d for %d words".formatted(width, vocabulary));
    }
  }

  @Override
  public Shape input() {
    return Shape.flat(length);
  }

  @Override
  public Shape output() {
    return new Shape(length, width);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.trained(name + ".weight", vocabulary, width));
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    Tensor weight = Tensor.zeros(name + ".weight", vocabulary, width);
    Draw.uniform(weight, Math.sqrt(3.0 / width), random);
    return List.of(weight);
  }

  @Override
  public boolean takesWords() {
    return true;
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace implements LayerWorkspace {

    private final Arena arena;
    private final Kernels kernels;
    private final int[] lengths;
    private final int[] words;
    private final Block weight;
    private final Block output;
    private Block outputGradient;

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      kernels = memory.kernels();
      lengths = memory.lengths();
      words = new int[memory.maxBatch() * length];
      weight = memory.parameters().get(0);
      output = memory.batch(output());
    }

    @Override
    public Block forward(Block input, int rows, Pass pass) {
      float[] m = arena.data();
      for (int row = 0; row < rows; row++) {
        lengths[row] = 1;
        for (int place = 0; place < length; place++) {
          int word = (int) m[input.at(row) + place];
          words[row * length + place] = word;
          lengths[row] = word == Inputs.PADDING ? lengths[row] : place + 1;
          System.arraycopy(m, weight.at(word), m, output.at(row) + place * output.stride(), output.stride());
        }
      }
      return output;
    }

    @Override
    public Block backward(Block newOutputGradient, int rows, boolean inputWanted) {
      if (inputWanted) {
        throw new UnsupportedOperationException("words can't be moved");
      }
      outputGradient = newOutputGradient;
      return null;
    }

    @Override
    public void addGradient(int from, int to, List<Block> targets) {
      float[] m = arena.data();
      Block target = targets.get(0);
      for (int row = from; row < to; row++) {
        for (int place = 0; place < lengths[row]; place++) {
          int gradient = outputGradient.at(row) + place * outputGradient.stride();
          int sum = target.at(words[row * length + place]);
          for (int i = 0; i < width; i++) {
            m[sum + i] += m[gradient + i];
          }
        }
      }
    }

    @Override
    public boolean knowsNorms() {
      return true;
    }

    /** Sums over all pairs of places that have the same word ⟨dy, dy'⟩. */
    @Override
    public void addSquaredNorms(int rows, double[] sums) {
      float[] m = arena.data();
      for (int row = 0; row < rows; row++) {
        for (int place = 0; place < lengths[row]; place++) {
          int gradient = outputGradient.at(row) + place * outputGradient.stride();
          sums[row] += kernels.sumOfSquares(m, gradient, width);
          for (int other = 0; other < place; other++) {
            if (words[row * length + other] == words[row * length + place]) {
              int before = outputGradient.at(row) + other * outputGradient.stride();
              sums[row] += 2 * GhostNorm.product(m, gradient, before, width);
            }
          }
        }
      }
    }

    @Override
    public void scaleRows(int rows, float[] factors) {
      arena.scaleRows(outputGradient, rows, factors);
    }
  }
}
