package org.archipelago.ui.workbench.run;

import java.util.stream.Stream;
import org.archipelago.ui.common.RememberedColumns;
import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** A table of which only visible lines are filled, so that thousands of lines cost little. */
abstract class RowsTable extends Composite {

  private static final int PADDING = 12;
  private static final int WIDEST = 480;

  private final RememberedColumns columns = new RememberedColumns();
  private final Table table;

  RowsTable(Composite parent) {
    super(parent, SWT.NONE);
    setLayout(columns);
    table = new Table(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
    table.setHeaderVisible(true);
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    ThemeChanges.onChange(table, table::clearAll);
  }

  final Table table() {
    return table;
  }

  /**
   * Sets the number of lines. When the line with the focus goes, GTK looks at lines that are just being
   * removed and can crash over it: so the focus goes to the first line before, and that line goes alone.
   */
  final void count(int lines) {
    if (lines < table.getItemCount()) {
      table.setSelection(0);
      table.deselectAll();
      table.setItemCount(Math.max(1, lines));
    }
    table.setItemCount(lines);
  }

  /** A column that is never narrower than its head. */
  final TableColumn column(String title, int alignment, int weight) {
    return column(title, alignment, weight, title);
  }

  /** A column that is never narrower than that text. */
  final TableColumn column(String title, int alignment, int weight, String longest) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    columns.add(column, weight, widthOf(longest) + PADDING);
    return column;
  }

  /** Makes a column wide enough for those texts and its head; the table scrolls if it must. */
  final void fit(int index, Stream<String> texts) {
    TableColumn column = table.getColumn(index);
    int widest = Stream.concat(texts, Stream.of(column.getText())).mapToInt(this::widthOf).max().orElse(0);
    int narrowest = Math.min(widest + PADDING, WIDEST);
    columns.widen(table, index, narrowest);
    layout();
  }

  private int widthOf(String text) {
    GC gc = new GC(table);
    int width = gc.textExtent(text).x;
    gc.dispose();
    return width;
  }

  final void showSorting(int column, boolean ascending) {
    table.setSortColumn(table.getColumn(column));
    table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
  }

  /** Keeps the columns' widths under that key. */
  void save(IMemento state, String key) {
    columns.save(table, state, key);
  }

  void restore(IMemento state, String key) {
    columns.restore(table, state, key);
  }

  /** Writes into a line. */
  abstract void fill(TableItem item, int index);
}
