package org.archipelago.ui.workbench.wizard;

import java.util.List;
import org.archipelago.data.inspect.TableSummary;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The first rows of a table, as they stand in the file; of a wide one the first columns. */
final class PreviewTable {

  private static final int WIDEST = 200;

  private final Table table;

  PreviewTable(Composite parent) {
    table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
  }

  Table control() {
    return table;
  }

  /**
   * Shows rows.
   *
   * @param names of all columns
   * @param rows a cell for each of the first columns
   */
  void show(List<String> names, List<List<String>> rows) {
    table.setRedraw(false);
    table.removeAll();
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    for (String name : names.subList(0, Math.min(TableSummary.PREVIEWED_COLUMNS, names.size()))) {
      new TableColumn(table, SWT.LEFT).setText(name);
    }
    for (List<String> row : rows) {
      new TableItem(table, SWT.NONE)
          .setText(row.stream().limit(TableSummary.PREVIEWED_COLUMNS).toArray(String[]::new));
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
      column.setWidth(Math.min(column.getWidth(), WIDEST));
    }
    table.setRedraw(true);
  }
}
