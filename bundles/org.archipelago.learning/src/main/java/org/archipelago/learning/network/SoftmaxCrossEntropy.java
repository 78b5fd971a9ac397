package org.archipelago.learning.network;

import org.archipelago.learning.math.DoubleMath;

/**
 * Negative log-likelihood (natural logarithm) of the target class under the softmax of the outputs,
 * {@code log Σ exp(z) − z[target]}. Its gradient is softmax(z) − onehot(target).
 *
 * <p>The largest output is subtracted first, so that nothing overflows (Goodfellow, Bengio and
 * Courville 2016, "Deep Learning", section 4.1).
 *
 * <p>With smoothing ε the target is onehot·(1 − ε) + ε/K (Szegedy et al. 2016, "Rethinking the inception
 * architecture for computer vision", section 7). A row's loss is multiplied by the weight of its class; the
 * mean over a batch divides by the number of rows, not by the sum of the weights.
 */
public final class SoftmaxCrossEntropy implements LossHead {

  private final double[] exponentials;
  private final double smoothing;
  private final double[] weights;

  /** @param classes number of classes, the length of the outputs */
  public SoftmaxCrossEntropy(int classes) {
    this(classes, 0, new double[0]);
  }

  /**
   * @param classes number of classes, the length of the outputs
   * @param smoothing ε in [0, 1)
   * @param weights one for each class, or none
   */
  public SoftmaxCrossEntropy(int classes, double smoothing, double[] weights) {
    exponentials = new double[classes];
    this.smoothing = smoothing;
    this.weights = weights.clone();
  }

  @Override
  public double loss(float[] outputs, float target) {
    float largest = largest(outputs);
    return loss(outputs, (int) target, largest, exponentiate(outputs, largest));
  }

  @Override
  public double gradient(float[] outputs, float target, double scale, float[] gradient) {
    float largest = largest(outputs);
    double sum = exponentiate(outputs, largest);
    int truth = (int) target;
    double inverse = 1 / sum;
    double weighted = scale * weight(truth);
    double others = smoothing / outputs.length;
    for (int j = 0; j < outputs.length; j++) {
      double wanted = j == truth ? 1 - smoothing + others : others;
      gradient[j] = (float) ((exponentials[j] * inverse - wanted) * weighted);
    }
    return loss(outputs, truth, largest, sum);
  }

  private double loss(float[] outputs, int truth, float largest, double sum) {
    double distance = (double) outputs[truth] - largest;
    if (smoothing > 0) {
      double mean = 0;
      for (float output : outputs) {
        mean += (double) output - largest;
      }
      distance = (1 - smoothing) * distance + smoothing * (mean / outputs.length);
    }
    return weight(truth) * (DoubleMath.log(sum) - distance);
  }

  private double weight(int truth) {
    return weights.length == 0 ? 1 : weights[truth];
  }

  private static float largest(float[] outputs) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float output : outputs) {
      largest = Math.max(largest, output);
    }
    return largest;
  }

  private double exponentiate(float[] outputs, float largest) {
    double sum = 0;
    for (int j = 0; j < outputs.length; j++) {
      exponentials[j] = DoubleMath.exp((double) outputs[j] - largest);
      sum += exponentials[j];
    }
    return sum;
  }
}
