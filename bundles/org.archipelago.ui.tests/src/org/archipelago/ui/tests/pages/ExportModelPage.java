package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Table;

/** The page of the export wizard that previews the model. */
public final class ExportModelPage {

  private final WizardPage wizard;

  ExportModelPage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** Name, shape, type and bytes of every tensor. */
  public List<String> tensors() {
    return lines(0);
  }

  /** Keys and values. */
  public List<String> metadata() {
    return lines(1);
  }

  /** What stands above the tensors. */
  public String words() {
    tensors();
    return Ui.texts(wizard.content()).getFirst();
  }

  private List<String> lines(int table) {
    List<Table> tables = Ui.all(wizard.content(), Table.class);
    Ui.waitUntil(
        () -> "there is a preview; " + wizard.problem(), () -> tables.get(table).getItemCount() > 0);
    return Arrays.stream(tables.get(table).getItems()).map(ExportWizardPage::line).toList();
  }
}
