package org.archipelago.ui.workbench.wizard;

import java.util.List;
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

  void show(TableSummary summary) {
    table.setRedraw(false);
    table.removeAll();
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    List<ColumnSummary> columns =
        summary.columns().subList(0, Math.min(TableSummary.PREVIEWED_COLUMNS, summary.columns().size()));
    for (ColumnSummary column : columns) {
      TableColumn shown = new TableColumn(table, column.numeric() ? SWT.RIGHT : SWT.LEFT);
      shown.setText(column.name());
    }
    for (List<String> row : summary.firstRows()) {
      new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
      column.setWidth(Math.min(column.getWidth(), WIDEST));
    }
    table.setRedraw(true);
  }
}
