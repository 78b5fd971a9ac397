package org.archipelago.ui.workbench.run;

import org.eclipse.swt.custom.SashForm;
import org.eclipse.ui.IMemento;

/** Where the sash between two parts stands, from one start to the next. */
final class SashMemory {

  private static final String UPPER = "upper";
  private static final int ALL = 1000;

  private SashMemory() {}

  static void save(SashForm sash, IMemento state) {
    int[] weights = sash.getWeights();
    state.putInteger(UPPER, (int) ((long) ALL * weights[0] / (weights[0] + weights[1])));
  }

  static void restore(SashForm sash, IMemento state) {
    Integer upper = state.getInteger(UPPER);
    if (upper != null && upper >= 0 && upper <= ALL) {
      sash.setWeights(upper, ALL - upper);
    }
  }
}
