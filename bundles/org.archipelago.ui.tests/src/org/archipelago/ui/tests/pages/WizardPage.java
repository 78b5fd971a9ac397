package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A wizard that is open. */
public final class WizardPage {

  private final Shell shell;

  private WizardPage(Shell shell) {
    this.shell = shell;
  }

  /** The wizard of that title, as soon as it is there. */
  public static WizardPage titled(String title) {
    Ui.waitUntil("the wizard '" + title + "'", () -> find(title) != null);
    return new WizardPage(find(title)).checked();
  }

  private WizardPage checked() {
    KeyboardCheck.check(shell);
    return this;
  }

  private static Shell find(String title) {
    return Arrays.stream(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && shell.getText().equals(title))
        .findFirst()
        .orElse(null);
  }

  /** Title of the page in front. */
  public String page() {
    return dialog().getCurrentPage().getTitle();
  }

  /** What the page says is wrong; empty when nothing is. */
  public String problem() {
    String problem = dialog().getCurrentPage().getErrorMessage();
    return problem == null ? "" : problem;
  }

  /** What the page says beside problems. */
  public String message() {
    String message = dialog().getCurrentPage().getMessage();
    return message == null ? "" : message;
  }

  public boolean canFinish() {
    return button("Finish").isEnabled();
  }

  public void next() {
    Ui.waitUntil(() -> "Next can be pressed; " + problem(), () -> button("Next >").isEnabled());
    press("Next >");
    checked();
  }

  public void back() {
    press("< Back");
    checked();
  }

  public void finish() {
    Ui.waitUntil(() -> "Finish can be pressed; " + problem(), this::canFinish);
    press("Finish");
  }

  public void cancel() {
    press("Cancel");
  }

  public boolean isOpen() {
    return !shell.isDisposed();
  }

  /** Lines of the first table of the page, with a tick where they have one. */
  public List<String> lines() {
    List<Table> tables = Ui.all(content(), Table.class);
    return tables.isEmpty() ? List.of() : Arrays.stream(tables.getFirst().getItems()).map(this::line).toList();
  }

  private String line(TableItem item) {
    return (item.getChecked() ? "x " : "- ") + item.getText(0) + " | " + item.getText(1) + " | " + item.getText(4);
  }

  /** How many values are missing in each column of the first table, which is that of the columns. */
  public List<String> missing() {
    return Arrays.stream(Ui.all(content(), Table.class).getFirst().getItems()).map(item -> item.getText(3)).toList();
  }

  /** What is in the way of using the page by keyboard. */
  public List<String> wrongForKeyboard() {
    return KeyboardCheck.wrongWith(shell);
  }

  /** Types into the first field of the page and presses Enter. */
  public void typeFirst(String text) {
    Text field = Ui.all(content(), Text.class).getFirst();
    field.setText(text);
    field.traverse(SWT.TRAVERSE_RETURN);
  }

  /** The fields of the page in front. */
  public FieldsPage fields() {
    return new FieldsPage(this::content);
  }

  /** Ticks or unticks a box. */
  public void tick(String text, boolean ticked) {
    Button box = button(text);
    box.setSelection(ticked);
    box.notifyListeners(SWT.Selection, new Event());
  }

  /** The longest text on the page. */
  public String text() {
    return visible(Text.class).stream()
        .map(Text::getText)
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse("");
  }

  <T extends Control> List<T> visible(Class<T> type) {
    return Ui.all(content(), type).stream().filter(Control::isVisible).toList();
  }

  Composite content() {
    return (Composite) dialog().getCurrentPage().getControl();
  }

  private WizardDialog dialog() {
    return (WizardDialog) shell.getData();
  }

  /** Presses a button of the page that opens a dialog, which has to be answered. */
  public void open(String button) {
    press(button);
  }

  /** Every text that stands on a label of the page. */
  public List<String> texts() {
    return Ui.texts(content());
  }

  /** Chooses from the menu of a line of the first table. */
  public void chooseInMenu(String line, String item) {
    Table table = Ui.all(content(), Table.class).getFirst();
    int row =
        IntStream.range(0, table.getItemCount())
            .filter(i -> table.getItem(i).getText().equals(line))
            .findFirst()
            .orElseThrow();
    table.setSelection(row);
    table.getMenu().notifyListeners(SWT.Show, new Event());
    MenuItem chosen =
        Arrays.stream(table.getMenu().getItems())
            .filter(candidate -> candidate.getText().replace("&", "").equals(item) && candidate.isEnabled())
            .findFirst()
            .orElseThrow(() -> new AssertionError(item + " can't be chosen"));
    chosen.notifyListeners(SWT.Selection, new Event());
  }

  private void press(String text) {
    button(text).notifyListeners(SWT.Selection, new Event());
  }

  private Button button(String text) {
    return Ui.all(shell, Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }
}
