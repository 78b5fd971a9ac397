package org.archipelago.ui.workbench.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.archipelago.ui.common.RememberedColumns;
import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** A heading and a table under it; the line that is chosen stays so while others come and change. */
final class SessionTable<T> extends Composite {

  private static final int NARROWEST = 40;

  private final RememberedColumns columns = new RememberedColumns();
  private final BiConsumer<TableItem, T> fill;
  private final Label heading;
  private final Table table;
  private List<T> rows = List.of();

  /** @param fill writes a row into a line */
  SessionTable(Composite parent, BiConsumer<TableItem, T> fill) {
    super(parent, SWT.NONE);
    this.fill = fill;
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
    heading = new Label(this, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).indent(10, 4).applyTo(heading);
    Composite body = new Composite(this, SWT.NONE);
    body.setLayout(columns);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    table = new Table(body, SWT.FULL_SELECTION | SWT.SINGLE);
    table.setHeaderVisible(true);
    ThemeChanges.onChange(table, this::refill);
    table.addListener(SWT.MouseMove, event -> table.setToolTipText(textAt(event.x, event.y)));
  }

  /** The whole text of a cell, which its column may be too narrow for. */
  private String textAt(int x, int y) {
    TableItem item = table.getItem(new Point(x, y));
    for (int column = 0; item != null && column < table.getColumnCount(); column++) {
      if (item.getBounds(column).contains(x, y)) {
        return item.getText(column).replace("&", "&&");
      }
    }
    return null;
  }

  SessionTable<T> column(String title, int alignment, int weight) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    columns.add(column, weight, NARROWEST);
    return this;
  }

  void save(IMemento state, String key) {
    columns.save(table, state, key);
  }

  void restore(IMemento state, String key) {
    columns.restore(table, state, key);
  }

  Table table() {
    return table;
  }

  void show(String title, List<T> newRows) {
    if (!heading.getText().equals(title)) {
      heading.setText(title);
    }
    if (!rows.equals(newRows)) {
      rows = List.copyOf(newRows);
      refill();
    }
  }

  private void refill() {
    while (table.getItemCount() > rows.size()) {
      table.remove(table.getItemCount() - 1);
    }
    for (int i = 0; i < rows.size(); i++) {
      TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
      fill.accept(item, rows.get(i));
    }
  }

  Optional<T> chosen() {
    int line = table.getSelectionIndex();
    return line < 0 || line >= rows.size() ? Optional.empty() : Optional.of(rows.get(line));
  }
}
