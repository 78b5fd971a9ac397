package org.archipelago.learning.network;

import org.archipelago.core.RandomStream;

/**
 * What a forward pass is for.
 *
 * @param training whether a step follows: dropout drops and batch norm counts only then
 * @param random where layers draw from in training; null otherwise
 */
public record Pass(boolean training, RandomStream random) {

  /** Outputs only. */
  public static final Pass EVALUATION = new Pass(false, null);

  /** A step follows. */
  public static Pass training(RandomStream random) {
    return new Pass(true, random);
  }
}
