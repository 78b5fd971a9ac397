package org.archipelago.ui.workbench.wizard;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The columns of the table, a tick for each that is a feature. */
final class ColumnsTable {

  private static final int[] WIDTHS = {200, 90, 90, 80, 180};

  private final Table table;
  private final ExperimentDraft draft;

  /** @param changed is called after a tick has been set or taken away */
  ColumnsTable(Composite parent, ExperimentDraft draft, Runnable changed) {
    this.draft = draft;
    table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
    table.setHeaderVisible(true);
    List<String> titles =
        List.of(
            WizardMessages.columnFeature,
            WizardMessages.columnType,
            WizardMessages.columnValues,
            WizardMessages.columnMissing,
            WizardMessages.columnSeen);
    for (int i = 0; i < WIDTHS.length; i++) {
      TableColumn column = new TableColumn(table, i == 2 || i == 3 ? SWT.RIGHT : SWT.LEFT);
      column.setText(titles.get(i));
      column.setWidth(WIDTHS[i]);
    }
    table.addListener(SWT.SetData, event -> show((TableItem) event.item, table.indexOf((TableItem) event.item)));
    table.addListener(SWT.Selection, event -> {
      if (event.detail == SWT.CHECK) {
        ticked((TableItem) event.item);
        changed.run();
      }
    });
  }

  Table control() {
    return table;
  }

  private void ticked(TableItem item) {
    String name = item.getText();
    if (name.equals(draft.target())) {
      item.setChecked(false);
    } else {
      draft.leaveOut(name, !item.getChecked());
    }
  }

  /** Shows the columns of the draft's table, of which images have thousands, as they come into view. */
  void show() {
    table.setItemCount(draft.table().columns().size());
    table.clearAll();
  }

  private void show(TableItem item, int row) {
    ColumnSummary column = draft.table().columns().get(row);
    boolean isTarget = column.name().equals(draft.target());
    item.setText(
        new String[] {
          column.name(),
          type(column),
          Integer.toString(column.distinct()),
          column.missing() == 0 ? "" : Integer.toString(column.missing()),
          remark(column, isTarget)
        });
    item.setChecked(!isTarget && !draft.isLeftOut(column.name()));
  }

  private static String type(ColumnSummary column) {
    if (column.words()) {
      return WizardMessages.columnWords;
    }
    return column.numeric() ? WizardMessages.columnNumber : WizardMessages.columnText;
  }

  private String remark(ColumnSummary column, boolean isTarget) {
    if (isTarget) {
      return WizardMessages.columnTarget;
    }
    if (column.isConstant()) {
      return WizardMessages.columnConstant;
    }
    if (draft.textColumn().filter(column.name()::equals).isPresent()) {
      return WizardMessages.columnTexts;
    }
    return column.looksLikeIdentifier() ? WizardMessages.columnIdentifier : "";
  }
}
