package org.archipelago.engine;

import java.util.Locale;

/** The model's parameters are no longer finite numbers, or its loss has exploded. */
final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(String who, int round) {
    super(
        "%s diverged in round %d: parameters are no longer finite numbers. Lower the learning rate, or"
            .formatted(who, round)
            + " scale the features.");
  }

  /** @param limit the largest loss that is no explosion */
  DivergedException(String who, int round, double loss, double limit) {
    super(
        String.format(
            Locale.ROOT,
            "%s diverged in round %d: its training loss of %.3g is no loss of a model that learns (at most"
                + " %.3g). Lower the learning rate, or scale the features.",
            who,
            round,
            loss,
            limit));
  }
}
