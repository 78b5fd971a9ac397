package org.archipelago.ui.workbench.partition;

/** How the rows of clients are drawn. */
public enum MatrixMode {
  /** A cell for every client and class. */
  CELLS,
  /** A bar for every client, as long as it has rows, with a piece for every class. */
  BARS,
  /** The same, all bars of the same length. */
  SHARES
}
