package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.learning.kernel.Kernels;

/**
 * The three products of a {@link Dense} layer. Order of the sums: an output starts at its bias and
 * takes its inputs in ascending order; a weight's gradient starts at what the target holds and takes
 * the rows in ascending order; an input's gradient starts at 0 and takes the outputs in ascending order.
 */
final class DenseWorkspace implements LayerWorkspace {

  private final Arena arena;
  private final Kernels kernels;
  private final int inputs;
  private final int outputs;
  private final int positions;
  private final Block weight;
  private final Block bias;
  private final Block output;
  private final Block inputGradient;
  private final Block transposed;
  private Block input;
  private Block outputGradient;

  DenseWorkspace(Dense layer, LayerMemory memory) {
    arena = memory.arena();
    kernels = memory.kernels();
    inputs = layer.input().channels();
    outputs = layer.outputs();
    positions = layer.input().positions();
    weight = memory.parameters().get(0);
    bias = memory.parameters().get(1);
    output = memory.batch(layer.output());
    inputGradient = memory.batch(layer.input());
    transposed = arena.rows(outputs, Shape.flat(inputs));
  }

  @Override
  public Block forward(Block newInput, int rows, Pass pass) {
    input = newInput;
    float[] m = arena.data();
    int places = rows * positions;
    for (int i = 0; i < places; i++) {
      System.arraycopy(m, bias.offset(), m, output.offset() + i * output.stride(), output.stride());
    }
    kernels.multiplyAdd(
        m,
        places,
        outputs,
        inputs,
        input.offset(),
        input.stride(),
        1,
        weight.offset(),
        weight.stride(),
        output.offset(),
        output.stride());
    return output;
  }

  @Override
  public Block backward(Block newOutputGradient, int rows, boolean inputWanted) {
    outputGradient = newOutputGradient;
    if (!inputWanted) {
      return null;
    }
    float[] m = arena.data();
    kernels.transpose(
        m, inputs, outputs, weight.offset(), weight.stride(), transposed.offset(), transposed.stride());
    arena.clear(inputGradient, rows);
    kernels.multiplyAdd(
        m,
        rows * positions,
        inputs,
        outputs,
        outputGradient.offset(),
        outputGradient.stride(),
        1,
        transposed.offset(),
        transposed.stride(),
        inputGradient.offset(),
        inputGradient.stride());
    return inputGradient;
  }

  @Override
  public void addGradient(int from, int to, List<Block> targets) {
    float[] m = arena.data();
    int places = (to - from) * positions;
    Block weights = targets.get(0);
    kernels.multiplyAdd(
        m,
        inputs,
        outputs,
        places,
        input.at(from),
        1,
        input.stride(),
        outputGradient.at(from),
        outputGradient.stride(),
        weights.offset(),
        weights.stride());
    kernels.sumRows(
        m, places, outputs, outputGradient.at(from), outputGradient.stride(), targets.get(1).offset());
  }

  @Override
  public boolean knowsNorms() {
    return GhostNorm.isCheaper(positions, inputs, outputs);
  }

  @Override
  public void addSquaredNorms(int rows, double[] sums) {
    float[] m = arena.data();
    for (int row = 0; row < rows; row++) {
      sums[row] +=
          GhostNorm.squared(
              kernels, m, positions, input.at(row), input.stride(), inputs,
              outputGradient.at(row), outputGradient.stride(), outputs, 1);
    }
  }

  @Override
  public void scaleRows(int rows, float[] factors) {
    arena.scaleRows(outputGradient, rows, factors);
  }
}
