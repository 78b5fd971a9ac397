package org.archipelago.ui.workbench.partition;

import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.results.Format;
import org.eclipse.osgi.util.NLS;

/** What cells and clients are, in words. */
final class MatrixWords {

  private MatrixWords() {}

  /** A cell: its client, its class, its rows, and what they are of the client and of the class. */
  static String of(MatrixView view, Cell cell) {
    String label = view.draft().data().classes().get(cell.label());
    int count = view.count(cell);
    if (cell.client() == Draft.NOBODY) {
      return NLS.bind(StudioMessages.words_reserve,
          new Object[] {Format.count(count), label, share(count, view.total(cell.label()))});
    }
    String words =
        NLS.bind(
            StudioMessages.words_cell,
            new Object[] {
              view.name(cell.client()),
              label,
              rows(count),
              share(count, view.size(cell.client())),
              share(count, view.total(cell.label()))
            });
    return view.isLocked(cell) ? words + "\n" + StudioMessages.words_locked : words;
  }

  /** What is chosen: a cell, or how many cells with how many rows. */
  static String of(MatrixView view, MatrixSelection chosen) {
    if (chosen.isOneCell()) {
      return of(view, chosen.cursor());
    }
    int rows = chosen.cells().stream().mapToInt(view::count).sum();
    if (chosen.clients().size() == 1 && chosen.to() - chosen.from() == view.classes() - 1) {
      return NLS.bind(StudioMessages.words_client, name(view, chosen.clients().first()), rows(rows));
    }
    return NLS.bind(
        StudioMessages.words_cells,
        new Object[] {Format.count(chosen.cells().size()), Format.count(chosen.clients().size()), rows(rows)});
  }

  static String ofClient(MatrixView view, int client) {
    return NLS.bind(StudioMessages.words_client, name(view, client), rows(view.size(client)));
  }

  static String name(MatrixView view, int client) {
    return client == Draft.NOBODY ? StudioMessages.matrix_reserve : view.name(client);
  }

  static String rows(int count) {
    return Format.many(count, StudioMessages.words_row, StudioMessages.words_rows);
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "\u2013" : Format.percent((double) part / whole, whole);
  }
}
