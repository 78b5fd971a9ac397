package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * A fully connected layer, {@code y = x·W + b}.
 *
 * <p>Its tensors are {@code <name>.weight}, of shape [inputs, outputs], so that the weights which
 * leave one input lie side by side (input-major; the transpose of PyTorch's layout), and
 * {@code <name>.bias}, of shape [outputs]. Weights start Glorot-uniform, in ±√(6 / (inputs + outputs))
 * (Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
 * networks", equation 16), biases at zero.
 *
 * @param name prefix of the tensors' names, such as {@code dense1}
 * @param inputs width of the rows it takes, at least 1
 * @param outputs width of the rows it gives, at least 1
 */
public record Dense(String name, int inputs, int outputs) implements Layer {

  public Dense {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "layer %s needs at least 1 input and 1 output, but has %d and %d".formatted(name, inputs, outputs));
    }
  }

  @Override
  public int tensors() {
    return 2;
  }

  @Override
  public long scalars() {
    return (inputs + 1L) * outputs;
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    double limit = Math.sqrt(6.0 / ((double) inputs + outputs));
    Tensor weight = Tensor.zeros(name + ".weight", inputs, outputs);
    float[] values = weight.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return List.of(weight, Tensor.zeros(name + ".bias", outputs));
  }

  @Override
  public LayerWorkspace workspace(int maxBatch) {
    return new DenseWorkspace(this, maxBatch);
  }
}
