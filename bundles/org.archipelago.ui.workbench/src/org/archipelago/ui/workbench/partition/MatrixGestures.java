package org.archipelago.ui.workbench.partition;

import org.archipelago.partition.Cell;

/** What mouse and keyboard ask of the matrix to be done with the partition. */
interface MatrixGestures {

  /** Whether the mouse paints, and does not choose. */
  boolean paints();

  /**
   * The brush touches a cell.
   *
   * @param take whether it takes rows to the reserve, and does not give
   */
  void dab(Cell cell, boolean take);

  /** The brush is lifted: what it did is one step. */
  void lift();

  /** Says what dropping there would do. */
  void hold(MatrixSelection held, int client, boolean all);

  /** Rows of the chosen cells go to another client, or to the reserve. */
  void drop(MatrixSelection held, int client, boolean all);

  /** A count is typed into a cell. */
  void type(Cell cell, String number);

  /** A key that asks for a command; false where it asks for none. */
  boolean press(int keyCode, char character, int modifiers);

  /** What is chosen has changed. */
  void chosen(MatrixSelection selection);

  /** A client is to be called something else. */
  void rename(int client);
}
