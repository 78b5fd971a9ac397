package org.archipelago.ui.workbench.export;

import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;

/** A page of the export wizard; is brought up to date whenever it comes to the front. */
abstract class ExportPage extends WizardPage {

  private final ExportDraft draft;

  ExportPage(String title, String advice, ExportDraft draft) {
    super(title, title, Icons.BANNER.descriptor());
    setDescription(advice);
    this.draft = draft;
  }

  final ExportDraft draft() {
    return draft;
  }

  /** Shows the draft as it is now. */
  abstract void refresh();

  /** Says why this can't be exported. */
  final void refuse(String why) {
    setErrorMessage(why);
    setPageComplete(false);
  }

  /** Says that it can. */
  final void accept() {
    setErrorMessage(null);
    setPageComplete(true);
  }

  /** Makes that the page, with its help. */
  final void use(Composite content) {
    setControl(content);
    HelpContext.set(content, "export");
  }

  @Override
  public void setVisible(boolean visible) {
    if (visible) {
      refresh();
    }
    super.setVisible(visible);
  }
}
