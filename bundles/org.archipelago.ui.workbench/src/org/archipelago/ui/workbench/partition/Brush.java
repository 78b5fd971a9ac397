package org.archipelago.ui.workbench.partition;

/** What the mouse paints with: so many rows more or fewer, or so many in all. */
final class Brush {

  /** The most rows that it can be set to. */
  static final int MOST = 1_000_000;

  private static final int USUAL = 10;

  private boolean down;
  private int rows = USUAL;
  private boolean toTarget;

  /** Whether the mouse paints. */
  boolean isDown() {
    return down;
  }

  void putDown(boolean paints) {
    down = paints;
  }

  /** How many rows are given, taken or dragged; or what a painted cell has. */
  int rows() {
    return rows;
  }

  void rows(int number) {
    rows = number;
  }

  /** @param target whether a painted cell then has so many rows, and not so many more */
  void toTarget(boolean target) {
    toTarget = target;
  }

  /**
   * What a cell that has so many rows has after it was painted.
   *
   * @param take whether rows are taken, and not given
   */
  int target(int count, boolean take) {
    if (toTarget) {
      return take ? 0 : rows;
    }
    return take ? Math.max(0, count - rows) : count + rows;
  }
}
