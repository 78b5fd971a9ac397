package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** The page of the export wizard that previews the numbers. */
public final class ExportNumbersPage {

  private final WizardPage wizard;

  ExportNumbersPage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** Chooses {@code Rounds} or {@code Clients}. */
  public void choose(String table) {
    ExportWizardPage.choose(wizard.content(), table);
  }

  /** What stands above the table, once that is there. */
  public String words() {
    Ui.waitUntil(
        () -> "there is a preview; " + wizard.problem(),
        () -> !Ui.texts(wizard.content()).getFirst().startsWith("Reading"));
    return Ui.texts(wizard.content()).getFirst();
  }

  public List<String> head() {
    words();
    return Arrays.stream(table().getColumns()).map(TableColumn::getText).toList();
  }

  public List<String> rows() {
    words();
    return Arrays.stream(table().getItems()).map(ExportWizardPage::line).toList();
  }

  private Table table() {
    return Ui.all(wizard.content(), Table.class).getFirst();
  }
}
