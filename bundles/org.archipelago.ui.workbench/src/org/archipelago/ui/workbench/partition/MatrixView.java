package org.archipelago.ui.workbench.partition;

import java.util.Arrays;
import java.util.Locale;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.partition.MatrixOrder;

/** What the matrix shows of a draft: its counts, of the clients that a search lets through, in an order. */
public final class MatrixView {

  private final Draft draft;
  private final int[][] counts;
  private final int[] reserve;
  private final int[] sizes;
  private final int[] order;
  private final int[] totals;
  private final int reserveSize;
  private final int mostInACell;
  private final int largest;

  private MatrixView(Draft draft, int[][] counts, int[] order) {
    this.draft = draft;
    this.counts = counts;
    this.order = order;
    reserve = draft.reserve();
    reserveSize = Arrays.stream(reserve).sum();
    totals = reserve.clone();
    sizes = new int[counts.length];
    int most = 0;
    for (int client = 0; client < counts.length; client++) {
      for (int label = 0; label < totals.length; label++) {
        sizes[client] += counts[client][label];
        totals[label] += counts[client][label];
        most = Math.max(most, counts[client][label]);
      }
    }
    mostInACell = most;
    largest = Arrays.stream(sizes).max().orElse(0);
  }

  /** The clients in whose names the search stands, in that order; all where it is empty. */
  public static MatrixView of(Draft draft, MatrixOrder order, String search) {
    int[][] counts = draft.counts();
    return new MatrixView(draft, counts, found(draft, order.of(draft.clients(), counts), search));
  }

  private static int[] found(Draft draft, int[] order, String search) {
    String sought = search.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(order)
        .filter(client -> draft.clients().get(client).toLowerCase(Locale.ROOT).contains(sought))
        .toArray();
  }

  /** Another draft of as many clients in the same order, so that nothing jumps while one works on it. */
  public MatrixView with(Draft fresh) {
    return new MatrixView(fresh, fresh.counts(), order);
  }

  /** Whether another draft can be shown in the same order. */
  public boolean fits(Draft fresh) {
    return fresh.clients().equals(draft.clients());
  }

  /** Rows of every client of every class. */
  int[][] counts() {
    return counts;
  }

  public Draft draft() {
    return draft;
  }

  /** Number of clients shown. */
  public int rows() {
    return order.length;
  }

  public int classes() {
    return totals.length;
  }

  /** The client at a place of the order. */
  public int client(int row) {
    return order[row];
  }

  /** A client's place in the order; −1 where it is not shown. */
  public int rowOf(int client) {
    for (int row = 0; row < order.length; row++) {
      if (order[row] == client) {
        return row;
      }
    }
    return -1;
  }

  public String name(int client) {
    return draft.clients().get(client);
  }

  public int count(Cell cell) {
    return cell.client() == Draft.NOBODY ? reserve[cell.label()] : counts[cell.client()][cell.label()];
  }

  /** Rows of a client, or of the reserve. */
  public int size(int client) {
    return client == Draft.NOBODY ? reserveSize : sizes[client];
  }

  /** Rows of a class, those of the reserve included. */
  public int total(int label) {
    return totals[label];
  }

  public boolean isLocked(Cell cell) {
    return cell.client() != Draft.NOBODY && draft.isLocked(cell.client(), cell.label());
  }

  public int mostInACell() {
    return mostInACell;
  }

  /** Rows of the largest client. */
  public int largest() {
    return largest;
  }

  /** Mean rows of a class on the clients from a place of the order to before another. */
  double mean(int from, int to, int label) {
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += counts[order[row]][label];
    }
    return sum / Math.max(1, to - from);
  }

  /** Mean rows of the clients from a place of the order to before another. */
  double meanSize(int from, int to) {
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += sizes[order[row]];
    }
    return sum / Math.max(1, to - from);
  }
}
