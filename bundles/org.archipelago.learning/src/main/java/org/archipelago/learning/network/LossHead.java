package org.archipelago.learning.network;

/**
 * What training minimises: a loss of a network's outputs against the targets. Has scratch memory of
 * its own; not thread-safe.
 */
public interface LossHead {

  /**
   * Loss of one row.
   *
   * @param outputs the network's outputs
   * @param target class index or number
   */
  double loss(float[] outputs, float target);

  /**
   * Loss of one row, and its gradient.
   *
   * @param scale what the gradient is multiplied by, such as 1 ÷ batch
   * @param gradient overwritten with the scaled gradient with respect to the outputs, each value
   *     computed in double precision and rounded once
   * @return the loss, not scaled
   */
  double gradient(float[] outputs, float target, double scale, float[] gradient);
}
