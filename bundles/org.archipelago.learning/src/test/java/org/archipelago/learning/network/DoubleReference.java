package org.archipelago.learning.network;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.archipelago.core.Examples;
import org.archipelago.core.Task;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/** A fully connected network written once more, plainly and in double precision. */
final class DoubleReference {

  interface Loss {
    double of(double[] outputs, float target);
  }

  private final DoubleUnaryOperator activation;
  private final Loss loss;
  private final List<Tensor> tensors;
  private final double[][] values;

  /** With ReLU, under the usual loss of the task. */
  DoubleReference(Task task, ModelParameters parameters) {
    this(
        parameters,
        x -> Math.max(0, x),
        task.kind() == Task.Kind.REGRESSION
            ? (y, t) -> (y[0] - t) * (y[0] - t)
            : (y, t) -> logSum(y) - y[(int) t]);
  }

  DoubleReference(ModelParameters parameters, DoubleUnaryOperator activation, Loss loss) {
    this.activation = activation;
    this.loss = loss;
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
      sum += loss.of(outputs(examples, row), examples.targets()[row]);
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
          y[j] = activation.applyAsDouble(y[j]);
        }
      }
      x = y;
    }
    return x;
  }

  static double logSum(double[] outputs) {
    double sum = 0;
    for (double output : outputs) {
      sum += Math.exp(output);
    }
    return Math.log(sum);
  }
}
