package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Tensor;

/** Forward and backward pass through the layers of a {@link Network}. */
final class NetworkWorkspace implements ModelWorkspace {

  private final Network network;
  private final int outputs;
  private final int maxBatch;
  private final LayerWorkspace[] layers;
  private final int[] firstTensor;
  private final LossHead head;
  private final float[][] batch;
  private final float[] targets;
  private final float[][] outputGradient;

  NetworkWorkspace(Network network, int maxBatch) {
    this.network = network;
    this.maxBatch = maxBatch;
    outputs = network.task().outputs();
    layers = new LayerWorkspace[network.layers().size()];
    firstTensor = new int[layers.length + 1];
    for (int i = 0; i < layers.length; i++) {
      Layer layer = network.layers().get(i);
      layers[i] = layer.workspace(maxBatch);
      firstTensor[i + 1] = firstTensor[i] + layer.tensors();
    }
    head = LossHead.of(network.task());
    batch = new float[maxBatch][network.columns()];
    targets = new float[maxBatch];
    outputGradient = new float[maxBatch][outputs];
  }

  @Override
  public double gradient(
      ModelParameters parameters,
      Examples examples,
      int[] rows,
      int from,
      int to,
      ModelParameters gradient) {
    int size = requireFits(examples, to - from);
    for (int i = 0; i < size; i++) {
      load(examples, rows[from + i], i);
    }
    float[][] predicted = forward(parameters, size);
    double loss = 0;
    for (int i = 0; i < size; i++) {
      loss += head.gradient(predicted[i], targets[i], size, outputGradient[i]);
    }
    float[][] upstream = outputGradient;
    for (int i = layers.length - 1; i >= 0; i--) {
      layers[i].parameterGradient(upstream, size, tensorsOf(i, gradient));
      if (i > 0) {
        upstream = layers[i].inputGradient(tensorsOf(i, parameters), upstream, size);
      }
    }
    return loss / size;
  }

  @Override
  public double predict(
      ModelParameters parameters, Examples examples, int from, int to, float[] predictions) {
    int size = requireFits(examples, to - from);
    for (int i = 0; i < size; i++) {
      load(examples, from + i, i);
    }
    float[][] predicted = forward(parameters, size);
    double loss = 0;
    for (int i = 0; i < size; i++) {
      System.arraycopy(predicted[i], 0, predictions, i * outputs, outputs);
      loss += head.loss(predicted[i], targets[i]);
    }
    return loss;
  }

  private int requireFits(Examples examples, int size) {
    if (examples.columns() != network.columns()) {
      throw new IllegalArgumentException(
          "the model takes rows of %d columns, not %d".formatted(network.columns(), examples.columns()));
    }
    if (size < 1 || size > maxBatch) {
      throw new IllegalArgumentException("a batch has 1 to %d rows, not %d".formatted(maxBatch, size));
    }
    return size;
  }

  private void load(Examples examples, int row, int slot) {
    int columns = examples.columns();
    System.arraycopy(examples.features(), row * columns, batch[slot], 0, columns);
    targets[slot] = examples.targets()[row];
  }

  private float[][] forward(ModelParameters parameters, int size) {
    float[][] activations = batch;
    for (int i = 0; i < layers.length; i++) {
      activations = layers[i].forward(tensorsOf(i, parameters), activations, size);
    }
    return activations;
  }

  private List<Tensor> tensorsOf(int layer, ModelParameters parameters) {
    return parameters.tensors().subList(firstTensor[layer], firstTensor[layer + 1]);
  }
}
