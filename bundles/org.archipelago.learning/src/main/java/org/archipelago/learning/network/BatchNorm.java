package org.archipelago.learning.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * Brings each channel, over all rows of a batch and all their places, to mean 0 and variance 1, then scales and
 * shifts it (Ioffe and Szegedy 2015, "Batch normalization"). Predictions use running statistics: each training
 * step takes them a tenth of the way to those of its batch, the variance with divisor n − 1.
 *
 * <p>Its tensors, all of shape [channels], begin with {@code <name>.}: {@code weight}, at first 1, and
 * {@code bias}, at first 0, which are trained; {@code running_mean}, at first 0, and {@code running_variance},
 * at first 1, which are counted. The name begins with {@link #PREFIX}, so that a strategy can tell these tensors
 * from all others and leave them on the clients, as FedBN does.
 *
 * @param name prefix of the tensors' names, such as {@code batchnorm1}
 * @param input shape of the rows it takes and gives
 */
public record BatchNorm(String name, Shape input) implements Layer {

  /** What the names of its tensors begin with, and no others'. */
  public static final String PREFIX = "batchnorm";

  private static final float MOMENTUM = 0.1f;

  public BatchNorm {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("names of batch norm begin with %s: %s".formatted(PREFIX, name));
    }
  }

  /** Whether a tensor of that name belongs to batch norm. */
  public static boolean owns(String tensor) {
    return tensor.startsWith(PREFIX);
  }

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public boolean mixesRows() {
    return true;
  }

  @Override
  public String label() {
    return "";
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>(NormWorkspace.scaleAndShift(name, input.channels()));
    specs.add(new ParameterSpec(name + ".running_mean", false, input.channels()));
    specs.add(new ParameterSpec(name + ".running_variance", false, input.channels()));
    return specs;
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    List<Tensor> tensors = new ArrayList<>(NormWorkspace.onesAndZeros(name, input.channels()));
    tensors.add(Tensor.zeros(name + ".running_mean", input.channels()));
    tensors.add(NormWorkspace.ones(name + ".running_variance", input.channels()));
    return tensors;
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace extends NormWorkspace {

    private final int channels = input.channels();
    private final Block runningMean;
    private final Block runningVariance;
    private final double[] mean = new double[channels];
    private final double[] inverse = new double[channels];
    private final double[] sums = new double[channels];
    private final double[] along = new double[channels];
    private boolean measured;

    Workspace(LayerMemory memory) {
      super(input, memory);
      runningMean = memory.parameters().get(2);
      runningVariance = memory.parameters().get(3);
    }

    @Override
    void normalise(Block from, Block to, int rows, Pass pass) {
      measured = pass.training();
      if (measured) {
        measure(from, rows * input.positions());
      } else {
        recall();
      }
      float[] m = data();
      for (int place = 0; place < rows * input.positions(); place++) {
        int at = place * from.stride();
        for (int c = 0; c < channels; c++) {
          m[to.offset() + at + c] = (float) ((m[from.offset() + at + c] - mean[c]) * inverse[c]);
        }
      }
    }

    /** The batch's statistics, which the running ones follow. */
    private void measure(Block from, int places) {
      float[] m = data();
      Arrays.fill(sums, 0);
      for (int place = 0; place < places; place++) {
        for (int c = 0; c < channels; c++) {
          sums[c] += m[from.offset() + place * from.stride() + c];
        }
      }
      for (int c = 0; c < channels; c++) {
        mean[c] = sums[c] / places;
      }
      Arrays.fill(sums, 0);
      for (int place = 0; place < places; place++) {
        for (int c = 0; c < channels; c++) {
          double distance = m[from.offset() + place * from.stride() + c] - mean[c];
          sums[c] += distance * distance;
        }
      }
      for (int c = 0; c < channels; c++) {
        inverse[c] = 1 / Math.sqrt(sums[c] / places + EPSILON);
        follow(runningMean.offset() + c, mean[c]);
        follow(runningVariance.offset() + c, sums[c] / Math.max(1, places - 1));
      }
    }

    private void follow(int at, double value) {
      float[] m = data();
      m[at] = (float) ((1 - MOMENTUM) * (double) m[at] + MOMENTUM * value);
    }

    /** The running statistics; noise that privacy adds may have taken a variance below 0. */
    private void recall() {
      float[] m = data();
      for (int c = 0; c < channels; c++) {
        mean[c] = m[runningMean.offset() + c];
        inverse[c] = 1 / Math.sqrt(Math.max(0, m[runningVariance.offset() + c]) + EPSILON);
      }
    }

    @Override
    void back(Block normalised, Block gradient, int rows) {
      if (measured) {
        backThroughStatistics(normalised, gradient, rows);
      } else {
        backPastStatistics(gradient, rows);
      }
    }

    private void backPastStatistics(Block gradient, int rows) {
      float[] m = data();
      for (int place = 0; place < rows * input.positions(); place++) {
        for (int c = 0; c < channels; c++) {
          m[gradient.offset() + place * gradient.stride() + c] *= (float) inverse[c];
        }
      }
    }

    private void backThroughStatistics(Block normalised, Block gradient, int rows) {
      float[] m = data();
      int places = rows * input.positions();
      Arrays.fill(sums, 0);
      Arrays.fill(along, 0);
      for (int place = 0; place < places; place++) {
        int at = place * gradient.stride();
        for (int c = 0; c < channels; c++) {
          double g = m[gradient.offset() + at + c];
          sums[c] += g;
          along[c] += g * m[normalised.offset() + at + c];
        }
      }
      for (int place = 0; place < places; place++) {
        int at = place * gradient.stride();
        for (int c = 0; c < channels; c++) {
          int to = gradient.offset() + at + c;
          double x = m[normalised.offset() + at + c];
          m[to] = (float) (inverse[c] * (m[to] - sums[c] / places - x * along[c] / places));
        }
      }
    }
  }
}
