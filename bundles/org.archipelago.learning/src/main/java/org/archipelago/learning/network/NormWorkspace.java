package org.archipelago.learning.network;

import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.math.Fma;

/**
 * What layers have in common that normalise values and then scale and shift each channel by parameters. Sums
 * take rows, places and channels in ascending order, in double precision.
 */
abstract class NormWorkspace implements LayerWorkspace {

  /** Keeps what hardly varies from being blown up. */
  static final double EPSILON = 1e-5;

  private final Shape shape;
  private final Arena arena;
  private final Kernels kernels;
  private final Block weight;
  private final Block bias;
  private final Block normalised;
  private final Block output;
  private final Block inputGradient;
  private final Block products;
  private Block outputGradient;

  NormWorkspace(Shape shape, LayerMemory memory) {
    this.shape = shape;
    arena = memory.arena();
    kernels = memory.kernels();
    weight = memory.parameters().get(0);
    bias = memory.parameters().get(1);
    normalised = memory.batch(shape);
    output = memory.batch(shape);
    inputGradient = memory.batch(shape);
    products = arena.rows(1, shape);
  }

  static List<ParameterSpec> scaleAndShift(String name, int channels) {
    return List.of(
        ParameterSpec.trained(name + ".weight", channels),
        ParameterSpec.trained(name + ".bias", channels));
  }

  static List<Tensor> onesAndZeros(String name, int channels) {
    return List.of(ones(name + ".weight", channels), Tensor.zeros(name + ".bias", channels));
  }

  static Tensor ones(String name, int channels) {
    Tensor ones = Tensor.zeros(name, channels);
    Arrays.fill(ones.values(), 1f);
    return ones;
  }

  /** Writes what is left when mean and deviation are taken out. */
  abstract void normalise(Block from, Block to, int rows, Pass pass);

  /**
   * Goes back through the last {@link #normalise}.
   *
   * @param gradient with respect to the normalised values; becomes that with respect to the input
   */
  abstract void back(Block normalised, Block gradient, int rows);

  final float[] data() {
    return arena.data();
  }

  @Override
  public final Block forward(Block input, int rows, Pass pass) {
    normalise(input, normalised, rows, pass);
    float[] m = data();
    for (int place = 0; place < rows * shape.positions(); place++) {
      int at = place * output.stride();
      for (int c = 0; c < shape.channels(); c++) {
        m[output.offset() + at + c] =
            Fma.fma(
                m[normalised.offset() + at + c], m[weight.offset() + c], m[bias.offset() + c]);
      }
    }
    return output;
  }

  @Override
  public final Block backward(Block newOutputGradient, int rows, boolean inputWanted) {
    outputGradient = newOutputGradient;
    if (!inputWanted) {
      return null;
    }
    float[] m = data();
    for (int place = 0; place < rows * shape.positions(); place++) {
      int at = place * output.stride();
      for (int c = 0; c < shape.channels(); c++) {
        m[inputGradient.offset() + at + c] = m[outputGradient.offset() + at + c] * m[weight.offset() + c];
      }
    }
    back(normalised, inputGradient, rows);
    return inputGradient;
  }

  @Override
  public final void addGradient(int from, int to, List<Block> targets) {
    for (int row = from; row < to; row++) {
      multiply(row);
      sumPlaces(products.offset(), targets.get(0));
      sumPlaces(outputGradient.at(row), targets.get(1));
    }
  }

  @Override
  public final void scaleRows(int rows, float[] factors) {
    arena.scaleRows(outputGradient, rows, factors);
  }

  private void multiply(int row) {
    float[] m = data();
    for (int i = 0; i < products.rowStride(); i++) {
      m[products.offset() + i] = m[normalised.at(row) + i] * m[outputGradient.at(row) + i];
    }
  }

  private void sumPlaces(int from, Block target) {
    kernels.sumRows(
        data(), shape.positions(), shape.channels(), from, products.stride(), target.offset());
  }
}
