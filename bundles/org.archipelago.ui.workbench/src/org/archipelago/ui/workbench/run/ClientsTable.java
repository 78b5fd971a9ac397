package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.Metrics;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** One line a client. Only visible lines are filled, so that a thousand clients cost little. */
final class ClientsTable extends Composite {

  private static final String UNKNOWN = "–";

  private final Table table;
  private final TableColumn score;
  private List<ClientRow> rows = List.of();
  private String metric = Metrics.ACCURACY;

  ClientsTable(Composite parent) {
    super(parent, SWT.NONE);
    TableColumnLayout columns = new TableColumnLayout();
    setLayout(columns);
    table = new Table(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    column(columns, Messages.Clients_name, SWT.LEFT, 26);
    column(columns, Messages.Clients_state, SWT.LEFT, 26);
    column(columns, Messages.Clients_lastTrained, SWT.RIGHT, 17);
    column(columns, Messages.Clients_rows, SWT.RIGHT, 9);
    column(columns, Messages.Clients_loss, SWT.RIGHT, 10);
    score = column(columns, Messages.Clients_score, SWT.RIGHT, 13);
  }

  private TableColumn column(TableColumnLayout columns, String title, int alignment, int weight) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    columns.setColumnData(column, new ColumnWeightData(weight, 50, true));
    return column;
  }

  /** @param primaryMetric accuracy or R² */
  void show(List<ClientRow> newRows, String primaryMetric) {
    if (rows.equals(newRows)) {
      return;
    }
    rows = newRows;
    metric = primaryMetric;
    score.setText(MetricName.title(metric));
    table.setItemCount(rows.size());
    table.clearAll();
  }

  private void fill(TableItem item, int index) {
    if (index >= rows.size()) {
      return;
    }
    ClientRow row = rows.get(index);
    item.setText(new String[] {
      row.name(),
      RunWords.of(row.status()),
      row.lastTrained() == 0 ? UNKNOWN : Format.count(row.lastTrained()),
      Format.count(row.rows()),
      text(row.loss(), Metrics.LOSS, row.rows()),
      text(row.score(), metric, row.rows())
    });
    boolean judged = row.status() == org.archipelago.core.ClientResult.Status.TRAINED;
    item.setForeground(judged ? null : Palette.QUIET.on(table));
  }

  private static String text(OptionalDouble value, String metric, long rows) {
    return value.isPresent() ? MetricName.value(metric, value.getAsDouble(), rows) : UNKNOWN;
  }
}
