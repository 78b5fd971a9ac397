package org.archipelago.learning;

/**
 * Turns gradients into steps, each parameter by itself. Immutable and thread-safe; what it remembers
 * between steps lies in arrays that it is given.
 */
public interface Optimizer {

  /** η before any schedule. */
  float learningRate();

  /**
   * Whether a step is {@code w ← w − η·g} and nothing else. Then gradients are added straight to the
   * parameters and {@link #step} is never called.
   */
  default boolean plain() {
    return false;
  }

  /** Numbers it remembers for each parameter. */
  default int states() {
    return 0;
  }

  /**
   * One step for a run of parameters, in place. Only +, −, ×, ÷, √ and fma: these give the same bits
   * everywhere. Called for one run after the other.
   *
   * @param rate η of this step
   * @param step 1 for the first step since the state was zero
   * @param values the parameters
   * @param gradient gradient of the mean loss; may be overwritten
   * @param states {@link #states} arrays, zero before the first step
   * @param count how many parameters, from index 0 of every array
   */
  void step(float rate, int step, float[] values, float[] gradient, float[][] states, int count);
}
