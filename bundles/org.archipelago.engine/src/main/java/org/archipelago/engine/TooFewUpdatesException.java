package org.archipelago.engine;

/** Fewer updates came than the strategy's rule holds for. */
final class TooFewUpdatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooFewUpdatesException(int round, String objection) {
    super("Stopped in round %d: %s".formatted(round, objection));
  }
}
