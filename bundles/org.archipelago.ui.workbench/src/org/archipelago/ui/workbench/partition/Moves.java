package org.archipelago.ui.workbench.partition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Edit;
import org.archipelago.partition.Edits;

/**
 * Rows on their way from chosen cells to one client.
 *
 * @param counts how many of each cell, without those that are locked or empty
 */
record Moves(Map<Cell, Integer> counts, int to) {

  /** @param most rows of each cell */
  static Moves of(MatrixView view, MatrixSelection held, int to, int most) {
    Map<Cell, Integer> counts = new LinkedHashMap<>();
    for (Cell cell : held.cells()) {
      int count = Math.min(most, view.count(cell));
      boolean locked = view.isLocked(cell) || view.isLocked(new Cell(to, cell.label()));
      if (cell.client() != to && count > 0 && (!locked || held.isOneCell())) {
        counts.put(cell, count);
      }
    }
    return new Moves(counts, to);
  }

  int rows() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  Edit edit() {
    if (counts.size() > 1) {
      return Edits.moveAll(counts, to);
    }
    Map.Entry<Cell, Integer> only = counts.entrySet().iterator().next();
    return Edits.move(only.getValue(), only.getKey().label(), only.getKey().client(), to);
  }
}
