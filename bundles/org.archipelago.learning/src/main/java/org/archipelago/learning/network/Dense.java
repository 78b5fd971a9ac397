package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * A fully connected layer, {@code y = x·W + b}; where a row has several positions, the same at each.
 *
 * <p>Its tensors are {@code <name>.weight}, of shape [inputs, outputs], so that the weights which
 * leave one input lie side by side (input-major; the transpose of PyTorch's layout), and
 * {@code <name>.bias}, of shape [outputs]. Weights start Glorot-uniform, in ±√(6 / (inputs + outputs))
 * (Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
 * networks", equation 16), biases at zero.
 *
 * @param name prefix of the tensors' names, such as {@code dense1}
 * @param input shape of the rows it takes; its channels are the inputs
 * @param outputs channels it gives, at least 1
 */
public record Dense(String name, Shape input, int outputs) implements Layer {

  public Dense {
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "layer %s needs at least 1 output, but has %d".formatted(name, outputs));
    }
  }

  /** For plain features. */
  public Dense(String name, int inputs, int outputs) {
    this(name, Shape.flat(inputs), outputs);
  }

  @Override
  public Shape output() {
    return new Shape(input.positions(), outputs);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.trained(name + ".weight", input.channels(), outputs),
        ParameterSpec.trained(name + ".bias", outputs));
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    int inputs = input.channels();
    Tensor weight = Tensor.zeros(name + ".weight", inputs, outputs);
    Draw.uniform(weight, Math.sqrt(6.0 / ((double) inputs + outputs)), random);
    return List.of(weight, Tensor.zeros(name + ".bias", outputs));
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new DenseWorkspace(this, memory);
  }
}
