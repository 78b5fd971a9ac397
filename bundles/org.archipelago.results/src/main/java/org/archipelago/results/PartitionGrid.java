package org.archipelago.results;

import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Task;

/**
 * Clients in columns, classes in rows. Where there are more clients than room, neighbours share a column
 * and their mean is shown.
 */
public final class PartitionGrid {

  private final List<ClientSummary> clients;
  private final List<String> classes;
  private final boolean words;
  private final int outside;
  private final int columns;

  /** @param mostColumns for how many there is room, at least 1 */
  public PartitionGrid(DatasetSummary data, int mostColumns) {
    clients = data.clients();
    words = data.task().kind() == Task.Kind.TAGGING;
    outside = words ? 1 : 0;
    classes = data.task().classes().subList(outside, data.task().classes().size());
    columns = Math.max(1, Math.min(mostColumns, clients.size()));
  }

  public int columns() {
    return columns;
  }

  /** Whether what is counted of a class are words with a tag, not rows. */
  public boolean countsWords() {
    return words;
  }

  /** Labels of the classes, of tags those of spans; none for regression. */
  public List<String> classes() {
    return classes;
  }

  /** Whether clients share columns. */
  public boolean isGrouped() {
    return columns < clients.size();
  }

  /** The clients of a column. */
  public List<ClientSummary> column(int column) {
    long size = clients.size();
    return clients.subList((int) (column * size / columns), (int) ((column + 1) * size / columns));
  }

  /** Mean rows of the column's clients. */
  public double rows(int column) {
    return column(column).stream().mapToLong(ClientSummary::rows).average().orElse(0);
  }

  /** Mean rows of a class on the column's clients. */
  public double rows(int column, int label) {
    int index = outside + label;
    return column(column).stream()
        .mapToLong(client -> index < client.perClass().size() ? client.perClass().get(index) : 0)
        .average()
        .orElse(0);
  }

  /** The most rows of any column. */
  public double mostRows() {
    double most = 0;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, rows(column));
    }
    return most;
  }

  /** The most rows of any class in any column. */
  public double mostRowsOfAClass() {
    double most = 0;
    for (int column = 0; column < columns; column++) {
      for (int label = 0; label < classes.size(); label++) {
        most = Math.max(most, rows(column, label));
      }
    }
    return most;
  }
}
