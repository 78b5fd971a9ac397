package org.archipelago.learning.network;

import org.archipelago.learning.math.DoubleMath;

/**
 * Each class against the rest: the sum over the outputs of the negative log-likelihood of "is it this class"
 * under the logistic function (Bishop 2006, "Pattern Recognition and Machine Learning", section 4.3.2).
 */
public final class BinaryCrossEntropy implements LossHead {

  private final double smoothing;
  private final double[] weights;

  /**
   * @param smoothing ε in [0, 1): targets are ε/2 and 1 − ε/2
   * @param weights one for each class, which multiplies the loss of its rows; or none
   */
  public BinaryCrossEntropy(double smoothing, double[] weights) {
    this.smoothing = smoothing;
    this.weights = weights.clone();
  }

  @Override
  public double loss(float[] outputs, float target) {
    double loss = 0;
    for (int j = 0; j < outputs.length; j++) {
      // −t·log σ(z) − (1 − t)·log σ(−z), with only the exponential of a negative number
      double z = outputs[j];
      loss += Math.max(z, 0) - z * wanted(j, target) + DoubleMath.log(1 + DoubleMath.exp(-Math.abs(z)));
    }
    return weight(target) * loss;
  }

  @Override
  public double gradient(float[] outputs, float target, double scale, float[] gradient) {
    double weighted = scale * weight(target);
    for (int j = 0; j < outputs.length; j++) {
      double probability = 1 / (1 + DoubleMath.exp(-(double) outputs[j]));
      gradient[j] = (float) ((probability - wanted(j, target)) * weighted);
    }
    return loss(outputs, target);
  }

  private double wanted(int output, float target) {
    return output == (int) target ? 1 - smoothing / 2 : smoothing / 2;
  }

  private double weight(float target) {
    return weights.length == 0 ? 1 : weights[(int) target];
  }
}
