package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.core.Task;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/** A fully connected ReLU network written once more, plainly and in double precision. */
final class DoubleReference {

  private final Task task;
  private final List<Tensor> tensors;
  private final double[][] values;

  DoubleReference(Task task, ModelParameters parameters) {
    this.task = task;
    tensors = parameters.tensors();
    values = new double[tensors.size()][];
    for (int t = 0; t < values.length; t++) {
      float[] from = tensors.get(t).values();
      values[t] = new double[from.length];
      for (int i = 0; i < from.length; i++) {
        values[t][i] = from[i];
      }
    }
  }

  /** Central difference of the mean loss in one parameter. */
  double derivative(int tensor, int index, Examples examples, int[] rows) {
    double h = 1e-6;
    double kept = values[tensor][index];
    values[tensor][index] = kept + h;
    double above = meanLoss(examples, rows);
    values[tensor][index] = kept - h;
    double below = meanLoss(examples, rows);
    values[tensor][index] = kept;
    return (above - below) / (2 * h);
  }

  double meanLoss(Examples examples, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += loss(outputs(examples, row), examples.targets()[row]);
    }
    return sum / rows.length;
  }

  double[] outputs(Examples examples, int row) {
    double[] x = new double[examples.columns()];
    for (int i = 0; i < x.length; i++) {
      x[i] = examples.features()[row * x.length + i];
    }
    for (int t = 0; t < values.length; t += 2) {
      double[] y = values[t + 1].clone();
      for (int j = 0; j < y.length; j++) {
        for (int i = 0; i < x.length; i++) {
          y[j] += x[i] * values[t][i * y.length + j];
        }
        if (t + 2 < values.length) {
          y[j] = Math.max(0, y[j]);
        }
      }
      x = y;
    }
    return x;
  }

  private double loss(double[] outputs, float target) {
    if (task.kind() == Task.Kind.REGRESSION) {
      return (outputs[0] - target) * (outputs[0] - target);
    }
    double sum = 0;
    for (double output : outputs) {
      sum += Math.exp(output);
    }
    return Math.log(sum) - outputs[(int) target];
  }
}
