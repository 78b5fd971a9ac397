package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * Brings the values of each group of channels, over all places of a row, to mean 0 and variance 1, then scales
 * and shifts each channel (Wu and He 2018, "Group normalization"). It sees each row by itself: no statistics
 * leave a client, and a row has a gradient of its own.
 *
 * <p>Its tensors are {@code <name>.weight}, at first 1, and {@code <name>.bias}, at first 0, of shape
 * [channels].
 *
 * @param name prefix of the tensors' names, such as {@code groupnorm1}
 * @param input shape of the rows it takes and gives
 * @param groups of channels that lie side by side; divides the number of channels
 */
public record GroupNorm(String name, Shape input, int groups) implements Layer {

  /** @throws IllegalArgumentException if the channels can't be divided into so many groups */
  public GroupNorm {
    if (groups < 1 || input.channels() % groups != 0) {
      throw new IllegalArgumentException(
          "%d channels can't be divided into %d groups".formatted(input.channels(), groups));
    }
  }

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public String label() {
    return "";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return NormWorkspace.scaleAndShift(name, input.channels());
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    return NormWorkspace.onesAndZeros(name, input.channels());
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace extends NormWorkspace {

    private final int width = input.channels() / groups;
    private final double[] inverse;

    Workspace(LayerMemory memory) {
      super(input, memory);
      inverse = new double[memory.maxBatch() * groups];
    }

    @Override
    void normalise(Block from, Block to, int rows, Pass pass) {
      float[] m = data();
      for (int row = 0; row < rows; row++) {
        for (int group = 0; group < groups; group++) {
          int first = from.at(row) + group * width;
          double mean = sum(m, first, from.stride()) / count();
          double variance = squares(m, first, from.stride(), mean) / count();
          double scale = 1 / Math.sqrt(variance + EPSILON);
          inverse[row * groups + group] = scale;
          int target = to.at(row) + group * width;
          for (int place = 0; place < input.positions(); place++) {
            for (int c = 0; c < width; c++) {
              int at = place * from.stride() + c;
              m[target + at] = (float) ((m[first + at] - mean) * scale);
            }
          }
        }
      }
    }

    private double count() {
      return (double) input.positions() * width;
    }

    private double sum(float[] m, int first, int stride) {
      double sum = 0;
      for (int place = 0; place < input.positions(); place++) {
        for (int c = 0; c < width; c++) {
          sum += m[first + place * stride + c];
        }
      }
      return sum;
    }

    private double squares(float[] m, int first, int stride, double mean) {
      double sum = 0;
      for (int place = 0; place < input.positions(); place++) {
        for (int c = 0; c < width; c++) {
          double distance = m[first + place * stride + c] - mean;
          sum += distance * distance;
        }
      }
      return sum;
    }

    @Override
    void back(Block normalised, Block gradient, int rows) {
      float[] m = data();
      for (int row = 0; row < rows; row++) {
        for (int group = 0; group < groups; group++) {
          int x = normalised.at(row) + group * width;
          int g = gradient.at(row) + group * width;
          double mean = sum(m, g, gradient.stride()) / count();
          double along = products(m, x, g, gradient.stride()) / count();
          double scale = inverse[row * groups + group];
          for (int place = 0; place < input.positions(); place++) {
            for (int c = 0; c < width; c++) {
              int at = place * gradient.stride() + c;
              m[g + at] = (float) (scale * (m[g + at] - mean - m[x + at] * along));
            }
          }
        }
      }
    }

    private double products(float[] m, int x, int g, int stride) {
      double sum = 0;
      for (int place = 0; place < input.positions(); place++) {
        for (int c = 0; c < width; c++) {
          sum += (double) m[x + place * stride + c] * m[g + place * stride + c];
        }
      }
      return sum;
    }
  }
}
