package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.archipelago.ui.workbench.export.paper.ReportPaper;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The page of the export wizard that decides what the report has, and previews it. */
public final class ExportReportPage {

  private final WizardPage wizard;

  ExportReportPage(WizardPage wizard) {
    this.wizard = wizard;
  }

  /** Takes another language by its own name. */
  public void speak(String language) {
    Combo combo = Ui.all(wizard.content(), Combo.class).getFirst();
    combo.setText(language);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  /** The language that is chosen. */
  public String language() {
    return Ui.all(wizard.content(), Combo.class).getFirst().getText();
  }

  /** Types into the field of that name. */
  public void type(String name, String text) {
    field(name).setText(text);
  }

  /** What the field of that name holds. */
  public String value(String name) {
    return field(name).getText();
  }

  private Text field(String name) {
    Control[] controls = options().getChildren();
    for (int i = 0; i + 1 < controls.length; i++) {
      if (controls[i] instanceof Label label && label.getText().replace("&", "").startsWith(name)) {
        return (Text) controls[i + 1];
      }
    }
    throw new AssertionError("no field " + name);
  }

  private Composite options() {
    return sections().getParent();
  }

  /** The titles of the sections, in their order. */
  public List<String> sectionTitles() {
    return Arrays.stream(sections().getItems()).map(TableItem::getText).toList();
  }

  /** Takes a section out of the report, or into it. */
  public void tick(String section, boolean ticked) {
    TableItem item =
        Arrays.stream(sections().getItems())
            .filter(candidate -> candidate.getText().equals(section))
            .findFirst()
            .orElseThrow();
    item.setChecked(ticked);
    Event event = new Event();
    event.item = item;
    event.detail = SWT.CHECK;
    sections().notifyListeners(SWT.Selection, event);
  }

  private Table sections() {
    return Ui.all(wizard.content(), Table.class).getFirst();
  }

  /** Waits until the preview has that text. */
  public void waitFor(String text) {
    Ui.waitUntil(
        () -> "the preview has '" + text + "'; " + wizard.problem() + preview(),
        () -> preview().contains(text));
  }

  /** What can be read in the preview. */
  public String preview() {
    List<ReportPaper> papers = Ui.all(wizard.content(), ReportPaper.class);
    return papers.isEmpty()
        ? Ui.all(wizard.content(), Browser.class).getFirst().getText() : papers.getFirst().text();
  }

  /** Pictures in the preview; charts that only a browser draws are counted there. */
  public int pictures() {
    List<ReportPaper> papers = Ui.all(wizard.content(), ReportPaper.class);
    if (papers.isEmpty()) {
      return preview().split("<svg", -1).length - 1;
    }
    Ui.waitUntil("all of it is laid out", papers.getFirst()::isLaidOut);
    return papers.getFirst().pictures();
  }
}
