package org.archipelago.partition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archipelago.core.RandomStream;

record MoveCells(Map<Cell, Integer> counts, int to) implements Edit {

  MoveCells {
    counts = new LinkedHashMap<>(counts);
  }

  @Override
  public String name(Draft before) {
    int rows = counts.values().stream().mapToInt(Integer::intValue).sum();
    return "Move %s of %,d cells to %s".formatted(Said.rows(rows), counts.size(), Said.client(before, to));
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    Draft now = before;
    for (Map.Entry<Cell, Integer> cell : counts.entrySet()) {
      Cell from = cell.getKey();
      now = new MoveRows(cell.getValue(), from.label(), from.client(), to).apply(now, random);
    }
    return now;
  }
}
