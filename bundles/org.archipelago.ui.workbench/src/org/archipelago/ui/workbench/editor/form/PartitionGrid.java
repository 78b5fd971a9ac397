package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.eclipse.osgi.util.NLS;

/**
 * Clients in columns, classes in rows. Where there are more clients than room, neighbours share a column
 * and their mean is shown.
 */
final class PartitionGrid {

  private final List<ClientSummary> clients;
  private final List<String> classes;
  private final int columns;

  /** @param mostColumns for how many there is room, at least 1 */
  PartitionGrid(DatasetSummary data, int mostColumns) {
    clients = data.clients();
    classes = data.task().classes();
    columns = Math.max(1, Math.min(mostColumns, clients.size()));
  }

  int columns() {
    return columns;
  }

  List<String> classes() {
    return classes;
  }

  boolean isGrouped() {
    return columns < clients.size();
  }

  private List<ClientSummary> column(int column) {
    long size = clients.size();
    return clients.subList((int) (column * size / columns), (int) ((column + 1) * size / columns));
  }

  /** Mean rows of the column's clients. */
  double rows(int column) {
    return column(column).stream().mapToLong(ClientSummary::rows).average().orElse(0);
  }

  /** Mean rows of a class on the column's clients. */
  double rows(int column, int label) {
    return column(column).stream()
        .mapToLong(client -> label < client.perClass().size() ? client.perClass().get(label) : 0)
        .average()
        .orElse(0);
  }

  double mostRows() {
    double most = 0;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, rows(column));
    }
    return most;
  }

  double mostRowsOfAClass() {
    double most = 0;
    for (int column = 0; column < columns; column++) {
      for (int label = 0; label < classes.size(); label++) {
        most = Math.max(most, rows(column, label));
      }
    }
    return most;
  }

  /** What a column is, for people. */
  String name(int column) {
    List<ClientSummary> these = column(column);
    return these.size() == 1
        ? these.getFirst().name()
        : NLS.bind(
            Messages.Partition_group,
            new Object[] {these.size(), these.getFirst().name(), these.getLast().name()});
  }
}
