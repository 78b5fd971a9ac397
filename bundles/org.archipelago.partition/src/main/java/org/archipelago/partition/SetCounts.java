package org.archipelago.partition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.RandomStream;

record SetCounts(Map<Cell, Integer> counts) implements Edit {

  SetCounts {
    Map<Cell, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(Comparator.comparingInt(Cell::label).thenComparingInt(Cell::client)))
        .forEach(cell -> ordered.put(cell.getKey(), cell.getValue()));
    counts = ordered;
  }

  @Override
  public String name(Draft before) {
    if (counts.size() != 1) {
      return "Set the rows of %,d cells".formatted(counts.size());
    }
    Map.Entry<Cell, Integer> only = counts.entrySet().iterator().next();
    return "Set %s of class %s on %s"
        .formatted(
            Said.rows(only.getValue()),
            Said.label(before, only.getKey().label()),
            Said.client(before, only.getKey().client()));
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    counts.keySet().forEach(cell -> Refused.ifLocked(before, cell));
    int[][] now = before.counts();
    int[] places = before.clientOfRow().clone();
    int[] reserve = before.reserve();
    List<Map.Entry<Cell, Integer>> cells = List.copyOf(counts.entrySet());
    for (Map.Entry<Cell, Integer> cell : cells) {
      int surplus = now[cell.getKey().client()][cell.getKey().label()] - checked(cell.getValue());
      if (surplus > 0) {
        give(before, places, cell.getKey(), surplus, now, reserve, random);
      }
    }
    for (Map.Entry<Cell, Integer> cell : cells) {
      int lack = cell.getValue() - now[cell.getKey().client()][cell.getKey().label()];
      if (lack > 0) {
        take(before, places, cell.getKey(), lack, now, reserve, random);
      }
    }
    return before.withRows(places);
  }

  private static int checked(int count) {
    if (count < 0) {
      throw Refused.because("Found %d, but a number of rows is at least 0.".formatted(count));
    }
    return count;
  }

  private static void give(
      Draft draft, int[] places, Cell cell, int surplus, int[][] now, int[] reserve, RandomStream random) {
    int[] quota = Draw.from(draft, cell.client(), surplus);
    for (int row : Draw.rows(draft, places, cell.label(), quota, random)) {
      places[row] = Draft.NOBODY;
    }
    now[cell.client()][cell.label()] -= surplus;
    reserve[cell.label()] += surplus;
  }

  private void take(
      Draft draft, int[] places, Cell cell, int lack, int[][] now, int[] reserve, RandomStream random) {
    int[] quota = quota(draft, cell, lack, now, reserve[cell.label()]);
    for (int row : Draw.rows(draft, places, cell.label(), quota, random)) {
      places[row] = cell.client();
    }
    for (int client = 0; client < now.length; client++) {
      now[client][cell.label()] -= quota[client];
    }
    reserve[cell.label()] -= quota[now.length];
    now[cell.client()][cell.label()] += lack;
  }

  private int[] quota(Draft draft, Cell cell, int lack, int[][] now, int inReserve) {
    int[] donors = new int[now.length];
    int available = 0;
    for (int client = 0; client < donors.length; client++) {
      boolean fixed =
          draft.isLocked(client, cell.label()) || counts.containsKey(new Cell(client, cell.label()));
      donors[client] = fixed ? 0 : now[client][cell.label()];
      available += donors[client];
    }
    int fromReserve = Math.min(lack, inReserve);
    if (lack - fromReserve > available) {
      throw Refused.because(
          ("'%s' would need %d more rows of class '%s', but %d are to be had: %d in the reserve, %d on clients whose"
                  + " cells are not locked. Set at most %d, or unlock cells of that class.")
              .formatted(
                  Said.client(draft, cell.client()),
                  lack,
                  Said.label(draft, cell.label()),
                  inReserve + available,
                  inReserve,
                  available,
                  now[cell.client()][cell.label()] + inReserve + available));
    }
    int[] quota = new int[now.length + 1];
    if (lack > fromReserve) {
      System.arraycopy(Draw.shares(donors, lack - fromReserve), 0, quota, 0, now.length);
    }
    quota[now.length] = fromReserve;
    return quota;
  }
}
