package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.learning.kernel.Kernels;

/**
 * One direction of a {@link Recurrent} layer. Order of the sums: what a word gives a gate starts at its bias and
 * takes the inputs in ascending order; what the state gives it starts at 0 and takes the units in ascending order; a
 * weight's gradient takes the rows in ascending order and their words from the first to the last.
 */
final class RecurrentDirection {

  /** Tensors of a direction: weights on the input, weights on the state, and the bias. */
  static final int TENSORS = 3;

  private final Arena arena;
  private final Kernels kernels;
  private final int[] lengths;
  private final Cell cell;
  private final boolean reverse;
  private final int positions;
  private final int inputs;
  private final int units;
  private final int gateValues;
  private final Block inputWeight;
  private final Block stateWeight;
  private final Block bias;
  private final Block inputWeightTransposed;
  private final Block stateWeightTransposed;
  private final Block gates;
  private final Block recurrent;
  private final Block states;
  private final Block memories;
  private final Block product;
  private final Block stateGradients;
  private final Block memoryGradients;
  private final float[] gate;
  private final float[] recurrentGate;
  private final float[] state;
  private final float[] memory;
  private final float[] memoryBefore;
  private final float[] stateGradient;
  private final float[] memoryGradient;
  private Block input;

  /** @param index 0 from the first word to the last, 1 from the last to the first */
  RecurrentDirection(Recurrent layer, LayerMemory space, int index) {
    arena = space.arena();
    kernels = space.kernels();
    lengths = space.lengths();
    cell = layer.cell();
    reverse = index == 1;
    positions = layer.input().positions();
    inputs = layer.input().channels();
    units = layer.units();
    gateValues = cell.gates() * units;
    inputWeight = space.parameters().get(TENSORS * index);
    stateWeight = space.parameters().get(TENSORS * index + 1);
    bias = space.parameters().get(TENSORS * index + 2);
    inputWeightTransposed = arena.rows(gateValues, Shape.flat(inputs));
    stateWeightTransposed = arena.rows(gateValues, Shape.flat(units));
    gates = space.batch(new Shape(positions, gateValues));
    recurrent = space.batch(new Shape(positions, gateValues));
    states = space.batch(new Shape(positions + 1, units));
    memories = space.batch(new Shape(positions + 1, units));
    product = space.batch(Shape.flat(gateValues));
    stateGradients = space.batch(Shape.flat(units));
    memoryGradients = space.batch(Shape.flat(units));
    gate = new float[gateValues];
    recurrentGate = new float[gateValues];
    state = new float[units];
    memory = new float[units];
    memoryBefore = new float[units];
    stateGradient = new float[units];
    memoryGradient = new float[units];
  }

  private int words(int row) {
    return Math.min(lengths[row], positions);
  }

  private int mostWords(int rows) {
    int most = 0;
    for (int row = 0; row < rows; row++) {
      most = Math.max(most, words(row));
    }
    return most;
  }

  /** Where the state after a word lies: there is one more of them than words, that before the first. */
  private int after(int place) {
    return reverse ? place : place + 1;
  }

  private int before(int place) {
    return reverse ? place + 1 : place;
  }

  void forward(Block newInput, int rows) {
    input = newInput;
    arena.clear(gates, rows);
    arena.clear(states, rows);
    arena.clear(memories, rows);
    for (int row = 0; row < rows; row++) {
      project(row);
    }
    int most = mostWords(rows);
    for (int step = 0; step < most; step++) {
      int place = reverse ? most - 1 - step : step;
      arena.clear(product, rows);
      kernels.multiplyAdd(
          arena.data(),
          rows,
          gateValues,
          units,
          states.offset() + before(place) * states.stride(),
          states.rowStride(),
          1,
          stateWeight.offset(),
          stateWeight.stride(),
          product.offset(),
          product.stride());
      for (int row = 0; row < rows; row++) {
        if (place < words(row)) {
          forward(row, place);
        }
      }
    }
  }

  /** What every word of a row gives the gates. */
  private void project(int row) {
    float[] m = arena.data();
    for (int place = 0; place < words(row); place++) {
      System.arraycopy(m, bias.offset(), m, at(gates, row, place), gates.stride());
    }
    kernels.multiplyAdd(
        m,
        words(row),
        gateValues,
        inputs,
        input.at(row),
        input.stride(),
        1,
        inputWeight.offset(),
        inputWeight.stride(),
        gates.at(row),
        gates.stride());
  }

  private void forward(int row, int place) {
    float[] m = arena.data();
    System.arraycopy(m, at(gates, row, place), gate, 0, gateValues);
    System.arraycopy(m, product.at(row), recurrentGate, 0, gateValues);
    System.arraycopy(m, at(states, row, before(place)), state, 0, units);
    System.arraycopy(m, at(memories, row, before(place)), memory, 0, units);
    cell.forward(gate, recurrentGate, state, memory, units);
    System.arraycopy(gate, 0, m, at(gates, row, place), gateValues);
    System.arraycopy(state, 0, m, at(states, row, after(place)), units);
    System.arraycopy(memory, 0, m, at(memories, row, after(place)), units);
  }

  /** Copies the states to channels of an output. */
  void copyStates(int rows, Block output, int channel) {
    float[] m = arena.data();
    for (int row = 0; row < rows; row++) {
      for (int place = 0; place < words(row); place++) {
        System.arraycopy(m, at(states, row, after(place)), m, at(output, row, place) + channel, units);
      }
    }
  }

  /** Turns the gates into their gradients. */
  void backward(Block outputGradient, int channel, int rows) {
    float[] m = arena.data();
    transpose(stateWeight, units, stateWeightTransposed);
    arena.clear(recurrent, rows);
    arena.clear(stateGradients, rows);
    arena.clear(memoryGradients, rows);
    int most = mostWords(rows);
    for (int step = 0; step < most; step++) {
      int place = reverse ? step : most - 1 - step;
      for (int row = 0; row < rows; row++) {
        if (place < words(row)) {
          backward(row, place, at(outputGradient, row, place) + channel);
        }
      }
      kernels.multiplyAdd(
          m,
          rows,
          units,
          gateValues,
          recurrent.offset() + place * recurrent.stride(),
          recurrent.rowStride(),
          1,
          stateWeightTransposed.offset(),
          stateWeightTransposed.stride(),
          stateGradients.offset(),
          stateGradients.stride());
    }
  }

  private void backward(int row, int place, int outputGradient) {
    float[] m = arena.data();
    System.arraycopy(m, at(gates, row, place), gate, 0, gateValues);
    System.arraycopy(m, at(memories, row, after(place)), memory, 0, units);
    System.arraycopy(m, at(states, row, before(place)), state, 0, units);
    System.arraycopy(m, at(memories, row, before(place)), memoryBefore, 0, units);
    System.arraycopy(m, stateGradients.at(row), stateGradient, 0, units);
    System.arraycopy(m, memoryGradients.at(row), memoryGradient, 0, units);
    for (int i = 0; i < units; i++) {
      stateGradient[i] += m[outputGradient + i];
    }
    cell.backward(
        gate, memory, state, memoryBefore, stateGradient, memoryGradient, recurrentGate, units);
    System.arraycopy(gate, 0, m, at(gates, row, place), gateValues);
    System.arraycopy(recurrentGate, 0, m, at(recurrent, row, place), gateValues);
    System.arraycopy(stateGradient, 0, m, stateGradients.at(row), units);
    System.arraycopy(memoryGradient, 0, m, memoryGradients.at(row), units);
  }

  /** Adds the gradient with respect to the input, after {@link #backward}. */
  void addInputGradient(int rows, Block inputGradient) {
    transpose(inputWeight, inputs, inputWeightTransposed);
    for (int row = 0; row < rows; row++) {
      kernels.multiplyAdd(
          arena.data(),
          words(row),
          inputs,
          gateValues,
          gates.at(row),
          gates.stride(),
          1,
          inputWeightTransposed.offset(),
          inputWeightTransposed.stride(),
          inputGradient.at(row),
          inputGradient.stride());
    }
  }

  private void transpose(Block weight, int rows, Block transposed) {
    kernels.transpose(
        arena.data(),
        rows,
        gateValues,
        weight.offset(),
        weight.stride(),
        transposed.offset(),
        transposed.stride());
  }

  void addGradient(int from, int to, List<Block> targets, int first) {
    for (int row = from; row < to; row++) {
      addProduct(row, input.at(row), input.stride(), inputs, gates, targets.get(first));
      addProduct(
          row, at(states, row, before(0)), states.stride(), units, recurrent, targets.get(first + 1));
      kernels.sumRows(
          arena.data(),
          words(row),
          gateValues,
          gates.at(row),
          gates.stride(),
          targets.get(first + 2).offset());
    }
  }

  /** Adds the products of what a weight was given at each word, and the gradient of what it gave. */
  private void addProduct(int row, int given, int step, int values, Block gradient, Block target) {
    kernels.multiplyAdd(
        arena.data(),
        values,
        gateValues,
        words(row),
        given,
        1,
        step,
        gradient.at(row),
        gradient.stride(),
        target.offset(),
        target.stride());
  }

  void addSquaredNorms(int rows, double[] sums) {
    float[] m = arena.data();
    for (int row = 0; row < rows; row++) {
      sums[row] +=
          GhostNorm.squared(
              kernels, m, words(row), input.at(row), input.stride(), inputs,
              gates.at(row), gates.stride(), gateValues, 1);
      sums[row] +=
          GhostNorm.squared(
              kernels, m, words(row), at(states, row, before(0)), states.stride(), units,
              recurrent.at(row), recurrent.stride(), gateValues, 0);
    }
  }

  void scaleRows(int rows, float[] factors) {
    arena.scaleRows(gates, rows, factors);
    arena.scaleRows(recurrent, rows, factors);
  }

  private static int at(Block block, int row, int place) {
    return block.at(row) + place * block.stride();
  }
}
