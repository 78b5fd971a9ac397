package org.archipelago.learning.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * A recurrent layer: goes from word to word, and gives its state at each; behind the last word 0. In both
 * directions, the states of a second layer that goes from the last word to the first lie behind those of the first
 * (Graves and Schmidhuber 2005).
 *
 * <p>Its tensors are {@code <name>.input.weight}, of shape [inputs, gates · units], {@code <name>.state.weight}, of
 * shape [units, gates · units], and {@code <name>.bias}; of the second direction the same under {@code
 * <name>.reverse}. Weights start Glorot-uniform for each gate by itself.
 *
 * @param name prefix of the tensors' names
 * @param cell what it does at a word
 * @param input shape of the rows it takes: places for words, and values a word
 * @param units values of a state
 * @param bothWays whether there are two directions
 */
public record Recurrent(String name, Cell cell, Shape input, int units, boolean bothWays) implements Layer {

  private static final String REVERSE = ".reverse";

  public Recurrent {
    if (units < 1) {
      throw new IllegalArgumentException("layer %s needs at least 1 unit, but has %d".formatted(name, units));
    }
  }

  @Override
  public Shape output() {
    return new Shape(input.positions(), bothWays ? 2 * units : units);
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>();
    for (String prefix : prefixes()) {
      specs.add(ParameterSpec.trained(prefix + ".input.weight", input.channels(), cell.gates() * units));
      specs.add(ParameterSpec.trained(prefix + ".state.weight", units, cell.gates() * units));
      specs.add(ParameterSpec.trained(prefix + ".bias", cell.gates() * units));
    }
    return specs;
  }

  private List<String> prefixes() {
    return bothWays ? List.of(name, name + REVERSE) : List.of(name);
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterSpec spec : parameters()) {
      Tensor tensor = Tensor.zeros(spec.name(), spec.shape());
      if (spec.shape().length == 2) {
        Draw.uniform(tensor, Math.sqrt(6.0 / ((double) spec.rows() + units)), random);
      } else if (cell == Cell.LSTM) {
        Arrays.fill(tensor.values(), units, 2 * units, 1f);
      }
      tensors.add(tensor);
    }
    return tensors;
  }

  /** Gates and their gradients, states and what else is remembered, in each direction. */
  @Override
  public long bytesPerRow() {
    long place = 3L * Arena.padded(cell.gates() * units) + 2L * Arena.padded(units);
    return Layer.super.bytesPerRow() + 4 * place * (input.positions() + 1) * (bothWays ? 2 : 1);
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new RecurrentWorkspace(this, memory);
  }
}
