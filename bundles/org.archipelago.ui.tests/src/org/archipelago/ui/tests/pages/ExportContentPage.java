package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Table;

/** The first page of the export wizard: which run, and what of it. */
public final class ExportContentPage {

  private final WizardPage wizard;

  ExportContentPage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** The recorded runs, the newest first. */
  public List<String> runs() {
    Ui.waitUntil("the runs are listed", () -> !wizard.message().startsWith("Reading"));
    return Arrays.stream(table().getItems()).map(ExportWizardPage::line).toList();
  }

  /** The run that is chosen; empty when none is. */
  public String chosen() {
    runs();
    return Arrays.stream(table().getSelection()).map(ExportWizardPage::line).findFirst().orElse("");
  }

  /** Chooses the first run whose line contains that text. */
  public void chooseRun(String text) {
    List<String> runs = runs();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).contains(text)) {
        ExportWizardPage.select(table(), i);
        return;
      }
    }
    throw new AssertionError("no run '" + text + "' among " + runs);
  }

  /** Chooses {@code Report}, {@code Model} or {@code Numbers}. */
  public void chooseContent(String name) {
    ExportWizardPage.choose(wizard.content(), name);
  }

  private Table table() {
    return Ui.all(wizard.content(), Table.class).getFirst();
  }
}
