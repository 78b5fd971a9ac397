package org.archipelago.core;

/** Where a run stands. */
public enum RunState {
  /** Data is being read, clients are being made. */
  PREPARING,
  RUNNING,
  PAUSED,
  /** All rounds done. */
  COMPLETED,
  /** Stopped by the analyst; the record holds every whole round. */
  STOPPED,
  /** Stopped before the round that would have exceeded the privacy budget. */
  BUDGET_REACHED,
  /** Ended by an error, which the record names. */
  FAILED,
  /** Its process ended without a word; found on reading. */
  INTERRUPTED;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return compareTo(PAUSED) > 0;
  }
}
