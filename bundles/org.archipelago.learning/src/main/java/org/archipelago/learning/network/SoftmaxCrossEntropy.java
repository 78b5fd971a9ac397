package org.archipelago.learning.network;

/**
 * Negative log-likelihood (natural logarithm) of the target class under the softmax of the outputs,
 * {@code log Σ exp(z) − z[target]}. Its gradient is softmax(z) − onehot(target).
 *
 * <p>The largest output is subtracted first, so that nothing overflows (Goodfellow, Bengio and
 * Courville 2016, "Deep Learning", section 4.1). {@link StrictMath} gives the same bits everywhere.
 */
public final class SoftmaxCrossEntropy implements LossHead {

  private final double[] exponentials;

  /** @param classes number of classes, the length of the outputs */
  public SoftmaxCrossEntropy(int classes) {
    exponentials = new double[classes];
  }

  @Override
  public double loss(float[] outputs, float target) {
    float largest = largest(outputs);
    return StrictMath.log(exponentiate(outputs, largest)) - ((double) outputs[(int) target] - largest);
  }

  @Override
  public double gradient(float[] outputs, float target, double scale, float[] gradient) {
    float largest = largest(outputs);
    double sum = exponentiate(outputs, largest);
    int truth = (int) target;
    for (int j = 0; j < outputs.length; j++) {
      double probability = exponentials[j] / sum;
      gradient[j] = (float) ((j == truth ? probability - 1 : probability) * scale);
    }
    return StrictMath.log(sum) - ((double) outputs[truth] - largest);
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
      exponentials[j] = StrictMath.exp((double) outputs[j] - largest);
      sum += exponentials[j];
    }
    return sum;
  }
}
