package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;

/**
 * Which cells are chosen: some clients' of neighbouring classes. One of them is where the keyboard is.
 *
 * @param clients indices of clients; {@link Draft#NOBODY} alone for the reserve
 * @param from first class
 * @param to last class
 * @param anchor where choosing began
 * @param cursor where the keyboard is
 */
public record MatrixSelection(SortedSet<Integer> clients, int from, int to, Cell anchor, Cell cursor) {

  public MatrixSelection {
    clients = new TreeSet<>(clients);
  }

  static MatrixSelection of(Cell cell) {
    return new MatrixSelection(new TreeSet<>(List.of(cell.client())), cell.label(), cell.label(), cell, cell);
  }

  /** All cells of a client. */
  static MatrixSelection row(int client, int classes) {
    Cell cell = new Cell(client, 0);
    return new MatrixSelection(new TreeSet<>(List.of(client)), 0, classes - 1, cell, cell);
  }

  /** From where choosing began to another cell, in the order that is shown. */
  MatrixSelection to(Cell cell, MatrixView view) {
    int first = anchor.client() == Draft.NOBODY ? -1 : view.rowOf(anchor.client());
    int last = cell.client() == Draft.NOBODY ? -1 : view.rowOf(cell.client());
    if (first < 0 || last < 0) {
      return of(cell);
    }
    TreeSet<Integer> chosen = new TreeSet<>();
    for (int row = Math.min(first, last); row <= Math.max(first, last); row++) {
      chosen.add(view.client(row));
    }
    boolean wholeRows = from == 0 && to == view.classes() - 1 && to > from && cell.label() == anchor.label();
    int low = wholeRows ? from : Math.min(anchor.label(), cell.label());
    int high = wholeRows ? to : Math.max(anchor.label(), cell.label());
    return new MatrixSelection(chosen, low, high, anchor, cell);
  }

  /** With that client too, or without it where it was chosen. */
  MatrixSelection toggled(int client) {
    TreeSet<Integer> chosen = new TreeSet<>(clients);
    if (!chosen.remove(client) || chosen.isEmpty()) {
      chosen.add(client);
    }
    chosen.remove(Draft.NOBODY);
    Cell there = new Cell(chosen.contains(client) ? client : chosen.first(), from);
    return new MatrixSelection(chosen, from, to, there, there);
  }

  /** All classes of the chosen clients. */
  MatrixSelection wholeRows(int classes) {
    return new MatrixSelection(clients, 0, classes - 1, anchor, cursor);
  }

  boolean isOneCell() {
    return clients.size() == 1 && from == to;
  }

  public boolean contains(Cell cell) {
    return cell.label() >= from && cell.label() <= to && clients.contains(cell.client());
  }

  /** Every chosen cell. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int client : clients) {
      for (int label = from; label <= to; label++) {
        cells.add(new Cell(client, label));
      }
    }
    return cells;
  }
}
