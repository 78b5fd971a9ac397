package org.archipelago.learning.network;

/**
 * Huber's loss of the one output: {@code e²/2} where |e| ≤ δ, else {@code δ·(|e| − δ/2)} (Huber 1964, "Robust
 * estimation of a location parameter").
 *
 * @param delta δ, greater than 0, in the unit of the scaled target
 */
public record Huber(double delta) implements LossHead {

  @Override
  public double loss(float[] outputs, float target) {
    double error = Math.abs((double) outputs[0] - target);
    return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
  }

  @Override
  public double gradient(float[] outputs, float target, double scale, float[] gradient) {
    double error = (double) outputs[0] - target;
    gradient[0] = (float) (Math.max(-delta, Math.min(error, delta)) * scale);
    return loss(outputs, target);
  }
}
