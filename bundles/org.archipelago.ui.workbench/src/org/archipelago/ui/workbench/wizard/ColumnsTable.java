package org.archipelago.ui.workbench.wizard;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.ColumnWarning;
import org.archipelago.data.table.FileFormat;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The columns of the table, a tick for each that is a feature. */
final class ColumnsTable {

  private static final int[] WIDTHS = {200, 90, 90, 80, 180};

  private final Table table;
  private final ExperimentDraft draft;
  private final Consumer<FileFormat> format;

  /**
   * @param changed is called after a tick has been set or taken away
   * @param format is called with how the table is to be read, after another type was chosen for a column
   */
  ColumnsTable(
      Composite parent, ExperimentDraft draft, Runnable changed, Consumer<FileFormat> format) {
    this.draft = draft;
    this.format = format;
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
    typeMenu();
    table.addListener(SWT.SetData, event -> show((TableItem) event.item, table.indexOf((TableItem) event.item)));
    table.addListener(SWT.Selection, event -> {
      if (event.detail == SWT.CHECK) {
        ticked((TableItem) event.item);
        changed.run();
      }
    });
  }

  private void typeMenu() {
    Menu menu = new Menu(table);
    MenuItem text = item(menu, WizardMessages.asText, name -> draft.format().with(name, true, false));
    MenuItem number = item(menu, WizardMessages.asNumber, name -> draft.format().with(name, false, true));
    MenuItem found = item(menu, WizardMessages.asFound, name -> draft.format().with(name, false, false));
    menu.addListener(SWT.Show, event -> {
      boolean ofText = table.getSelectionCount() == 1 && draft.table().table().format().isPresent();
      String name = ofText ? table.getSelection()[0].getText() : "";
      text.setEnabled(ofText && !draft.format().texts().contains(name));
      number.setEnabled(ofText && !draft.format().numbers().contains(name));
      found.setEnabled(
          draft.format().texts().contains(name) || draft.format().numbers().contains(name));
    });
    table.setMenu(menu);
  }

  private MenuItem item(Menu menu, String label, Function<String, FileFormat> changed) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(label);
    item.addListener(
        SWT.Selection, event -> format.accept(changed.apply(table.getSelection()[0].getText())));
    return item;
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
    if (draft.warning(column.name()).filter(ColumnWarning::disguise).isPresent()) {
      return WizardMessages.columnDisguise;
    }
    return column.looksLikeIdentifier() ? WizardMessages.columnIdentifier : "";
  }
}
