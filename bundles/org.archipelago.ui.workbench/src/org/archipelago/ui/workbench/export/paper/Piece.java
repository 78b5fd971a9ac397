package org.archipelago.ui.workbench.export.paper;

import org.eclipse.swt.graphics.GC;

/** What stands on the paper below what came before. */
interface Piece {

  int height();

  /** Draws it with its upper left corner there. */
  void paint(GC gc, int x, int y);

  /** Gives back what it has of the system. */
  default void dispose() {}

  /** Empty room. */
  static Piece gap(int height) {
    return new Piece() {
      @Override
      public int height() {
        return height;
      }

      @Override
      public void paint(GC gc, int x, int y) {}
    };
  }
}
