package org.archipelago.ui.tests.pages;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;

/** The last page of the export wizard: the file. */
public final class ExportFilePage {

  private static final String REPLACE = "Replace the file that is there";

  private final WizardPage wizard;

  ExportFilePage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** The file as it stands in the field. */
  public String name() {
    return field().getText();
  }

  /** Types another file over it. */
  public void type(String file) {
    field().setText(file);
  }

  /** What the page says that will be written; empty when nothing can be. */
  public String willWrite() {
    return Ui.texts(wizard.content()).stream()
        .filter(text -> text.startsWith("Will be written to "))
        .map(text -> text.substring("Will be written to ".length()))
        .findFirst()
        .orElse("");
  }

  /** Whether the page asks if a file may be replaced. */
  public boolean asksToReplace() {
    return Ui.all(wizard.content(), Button.class).stream()
        .anyMatch(button -> button.getText().replace("&", "").equals(REPLACE) && button.isVisible());
  }

  /** Says that the file may be replaced. */
  public void allowToReplace() {
    wizard.tick(REPLACE, true);
  }

  private Text field() {
    return Ui.all(wizard.content(), Text.class).getFirst();
  }
}
