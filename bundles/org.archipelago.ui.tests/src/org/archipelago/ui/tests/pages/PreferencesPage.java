package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.dialogs.PreferencesUtil;

/** The preferences, open at one of their pages. */
public final class PreferencesPage {

  private final PreferenceDialog dialog;

  private PreferencesPage(PreferenceDialog dialog) {
    this.dialog = dialog;
  }

  /** Opens them at a page: {@code general}, {@code appearance}, {@code charts} or {@code runs}. */
  public static PreferencesPage open(Shell shell, String page) {
    PreferenceDialog dialog =
        PreferencesUtil.createPreferenceDialogOn(
            shell, "org.archipelago.ui.workbench.preferences." + page, null, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    Ui.drain();
    KeyboardCheck.check(dialog.getShell());
    return new PreferencesPage(dialog);
  }

  /** The pages in the list, those in others too. */
  public List<String> pages() {
    List<String> names = new ArrayList<>();
    for (TreeItem item : Ui.all(dialog.getShell(), Tree.class).getFirst().getItems()) {
      names.add(item.getText());
    }
    return names;
  }

  /** Searches for pages; waits until those are found, and no others. */
  public void search(String text, String... expected) {
    search(text);
    Ui.waitUntil(() -> text + " finds " + pages(), () -> pages().equals(List.of(expected)));
  }

  /** Types into the field that finds pages. */
  public void search(String text) {
    Text field =
        Ui.all(dialog.getShell(), Text.class).stream()
            .filter(candidate -> (candidate.getStyle() & SWT.SEARCH) != 0)
            .findFirst()
            .orElseThrow();
    field.setText(text);
  }

  /** The choice in the box behind a label. */
  public String choice(String label) {
    return behind(label, Combo.class).getText();
  }

  public void choose(String label, String choice) {
    Combo combo = behind(label, Combo.class);
    combo.setText(choice);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  public String text(String label) {
    return behind(label, Text.class).getText();
  }

  public void type(String label, String text) {
    Text field = behind(label, Text.class);
    field.setText(text);
    field.notifyListeners(SWT.KeyUp, new Event());
    field.notifyListeners(SWT.FocusOut, new Event());
  }

  /** Whether a box or radio button is ticked. */
  public boolean isTicked(String text) {
    return button(text).getSelection();
  }

  /** Ticks a box or a radio button, or unticks a box. */
  public void tick(String text, boolean ticked) {
    Button chosen = button(text);
    if ((chosen.getStyle() & SWT.RADIO) != 0) {
      for (Control sibling : chosen.getParent().getChildren()) {
        ((Button) sibling).setSelection(sibling == chosen);
      }
    }
    chosen.setSelection(ticked);
    chosen.notifyListeners(SWT.Selection, new Event());
  }

  /** What the page says is wrong; empty if nothing is. */
  public String error() {
    var page = (org.eclipse.jface.preference.PreferencePage) dialog.getSelectedPage();
    return page.getErrorMessage() == null ? "" : page.getErrorMessage();
  }

  public void restoreDefaults() {
    press("Restore Defaults");
  }

  public void apply() {
    press("Apply");
  }

  /** Applies and closes. */
  public void close() {
    press("Apply and Close");
    Ui.drain();
  }

  public void cancel() {
    dialog.close();
    Ui.drain();
  }

  private void press(String text) {
    button(text).notifyListeners(SWT.Selection, new Event());
    Ui.drain();
  }

  private Button button(String text) {
    return Ui.all(dialog.getShell(), Button.class).stream()
        .filter(button -> button.isVisible() && button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }

  private <T extends Control> T behind(String label, Class<T> type) {
    Label found =
        Ui.all(dialog.getShell(), Label.class).stream()
            .filter(candidate -> candidate.isVisible() && candidate.getText().replace("&", "").equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no label " + label + " in " + Ui.texts(dialog.getShell())));
    Composite parent = found.getParent();
    int place = Arrays.asList(parent.getChildren()).indexOf(found);
    return type.cast(parent.getChildren()[place + 1]);
  }
}
