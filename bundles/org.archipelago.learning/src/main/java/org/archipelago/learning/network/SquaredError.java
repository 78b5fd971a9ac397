package org.archipelago.learning.network;

/**
 * Squared error of the one output, {@code (ŷ − y)²}, without a factor ½: the mean over rows is the
 * mean squared error. Its gradient is {@code 2(ŷ − y)}.
 */
public final class SquaredError implements LossHead {

  @Override
  public double loss(float[] outputs, float target) {
    double error = (double) outputs[0] - target;
    return error * error;
  }

  @Override
  public double gradient(float[] outputs, float target, double scale, float[] gradient) {
    double error = (double) outputs[0] - target;
    gradient[0] = (float) (2 * error * scale);
    return error * error;
  }
}
