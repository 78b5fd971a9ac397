package org.archipelago.engine;

/** The model's parameters are no longer finite numbers. */
final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(String who, int round) {
    super(
        "%s diverged in round %d: parameters are no longer finite numbers. Lower the learning rate, or"
            .formatted(who, round)
            + " scale the features.");
  }
}
