package org.archipelago.ui.workbench.session;

/** Where the workbench's session stands. */
public enum SessionPhase {
  /** There is none. */
  NONE,
  /** Its data is being read. */
  OPENING,
  /** Participants may join. */
  OPEN,
  /** Its run is queued or under way. */
  RUNNING,
  /** Its run has ended; there is nothing left but to close it. */
  OVER,
  /** Participants are being told that it is over. */
  CLOSING
}
