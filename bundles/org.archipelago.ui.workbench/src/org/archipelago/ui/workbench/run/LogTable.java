package org.archipelago.ui.workbench.run;

import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What happened to a run, the newest at the end, which stays in sight unless one has scrolled away. */
final class LogTable extends RowsTable {

  private RunLog log;

  LogTable(Composite parent) {
    super(parent);
    column(Messages.Log_time, SWT.LEFT, 14);
    column(Messages.Log_event, SWT.LEFT, 86);
  }

  void show(RunLog newLog) {
    Table table = table();
    int size = newLog.size();
    if (newLog == log && size == table.getItemCount()) {
      return;
    }
    boolean atEnd = newLog != log || isAtEnd(table);
    if (newLog != log) {
      log = newLog;
      table.clearAll();
    }
    count(size);
    if (atEnd && size > 0) {
      table.setTopIndex(size - 1);
    }
  }

  private static boolean isAtEnd(Table table) {
    int lines = table.getClientArea().height / Math.max(1, table.getItemHeight());
    return table.getTopIndex() + lines >= table.getItemCount() - 1;
  }

  @Override
  void fill(TableItem item, int index) {
    if (index < log.size()) {
      LogLine line = log.line(index);
      item.setText(new String[] {line.time(), line.text()});
      item.setForeground(0, Palette.QUIET.on(table()));
    }
  }
}
