package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.function.Supplier;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The export wizard, page by page. */
public final class ExportWizardPage {

  private final WizardPage wizard;

  private ExportWizardPage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** Uses one of the export commands. */
  public static ExportWizardPage open(WorkbenchPage workbench, Command command) {
    workbench.execute(command);
    return new ExportWizardPage(WizardPage.titled("Export"));
  }

  /** The buttons and messages that every page has. */
  public WizardPage wizard() {
    return wizard;
  }

  /** Which run, and what of it. */
  public ExportContentPage content() {
    return new ExportContentPage(at("Run and Content"));
  }

  /** The report's options and preview. */
  public ExportReportPage report() {
    return new ExportReportPage(at("Report"));
  }

  /** The model's tensors and metadata. */
  public ExportModelPage model() {
    return new ExportModelPage(at("Model"));
  }

  /** The tables of numbers. */
  public ExportNumbersPage numbers() {
    return new ExportNumbersPage(at("Numbers"));
  }

  /** The place to write to. */
  public ExportFilePage file() {
    return new ExportFilePage(at("File"));
  }

  private WizardPage at(String page) {
    Ui.waitUntil(() -> page + " is in front, not " + wizard.page(), () -> wizard.page().equals(page));
    return wizard;
  }

  /** Writes the file, closes the dialog that says so, and tells what it said. */
  public String finish() {
    Supplier<String> said = Ui.answerNextDialog("Exported", "Close");
    wizard.finish();
    Ui.waitUntil(() -> "the wizard closes; " + wizard.problem(), () -> !wizard.isOpen());
    return said.get();
  }

  static void choose(Composite page, String text) {
    for (Button button : Ui.all(page, Button.class)) {
      if ((button.getStyle() & SWT.RADIO) != 0) {
        button.setSelection(button.getText().replace("&", "").startsWith(text));
      }
    }
    Ui.all(page, Button.class).stream()
        .filter(button -> (button.getStyle() & SWT.RADIO) != 0)
        .forEach(button -> button.notifyListeners(SWT.Selection, new Event()));
  }

  static String line(TableItem item) {
    int columns = Math.max(1, item.getParent().getColumnCount());
    String[] cells = new String[columns];
    Arrays.setAll(cells, item::getText);
    return String.join(" | ", cells);
  }

  static void select(Table table, int index) {
    table.setSelection(index);
    table.notifyListeners(SWT.Selection, new Event());
  }
}
