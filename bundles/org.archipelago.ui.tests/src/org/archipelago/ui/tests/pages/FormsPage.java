package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** The form pages of the editor in front. */
public final class FormsPage {

  private static final String PATH = "path";
  private static final String MISTAKE = "mistakeOf";

  private final ExperimentEditor editor;
  private final CTabFolder folder;

  FormsPage(ExperimentEditor editor, CTabFolder folder) {
    this.editor = editor;
    this.folder = folder;
  }

  /** Titles of all pages. */
  public List<String> titles() {
    return Arrays.stream(folder.getItems()).map(item -> item.getText()).toList();
  }

  /** Brings a page to the front. */
  public FormsPage open(String title) {
    editor.showPage(title);
    return this;
  }

  /** The title of the page in front. */
  public String title() {
    return folder.getSelection().getText();
  }

  /** Whether the page in front has the keyboard's focus. */
  public boolean hasFocus() {
    for (Control at = folder.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
      if (at == folder.getSelection().getControl()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the page in front has that field. */
  public boolean has(String path) {
    return find(path).isPresent();
  }

  /** What a field shows. */
  public String value(String path) {
    Control control = field(path);
    if (control instanceof Combo combo) {
      return combo.getText();
    }
    return control instanceof Text text
        ? text.getText()
        : Boolean.toString(((Button) control).getSelection());
  }

  /** What a field shows in grey while it is empty. */
  public String placeholder(String path) {
    return ((Text) field(path)).getMessage();
  }

  public boolean isEditable(String path) {
    return field(path).isEnabled();
  }

  /** Types a text over what is in a field. */
  public void type(String path, String text) {
    ((Text) field(path)).setText(text);
  }

  /** Takes another of a field's choices. */
  public void select(String path, String choice) {
    Combo combo = (Combo) field(path);
    combo.setText(choice);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  /** Chooses a component. */
  public void choose(String path, String id) {
    for (Button button : Ui.all(page(), Button.class)) {
      String here = (String) button.getData(PATH);
      if (here != null && here.startsWith(path + "=")) {
        button.setSelection(here.equals(path + "=" + id));
      }
    }
    field(path + "=" + id).notifyListeners(SWT.Selection, new Event());
  }

  /** Whether a component is the one chosen. */
  public boolean isChosen(String path, String id) {
    return ((Button) field(path + "=" + id)).getSelection();
  }

  /** Resets a field to its default. */
  public void reset(String path) {
    Link link = Ui.all(field(path).getParent(), Link.class).getFirst();
    link.notifyListeners(SWT.Selection, new Event());
  }

  /** What is said to be wrong with a field; empty when nothing is. */
  public String mistake(String path) {
    return Ui.all(page(), Label.class).stream()
        .filter(label -> path.equals(label.getData(MISTAKE)) && label.isVisible())
        .map(Label::getText)
        .findFirst()
        .orElse("");
  }

  /** The link that says why nothing can be edited; empty when something can. */
  public String banner() {
    return Ui.all(page(), Link.class).stream()
        .filter(link -> link.isVisible() && link.getText().contains("be edited until"))
        .map(link -> link.getText().replaceAll("</?a>", ""))
        .findFirst()
        .orElse("");
  }

  /** The line that says what the run would be like. */
  public String forecast() {
    return Ui.all(folder.getParent(), Label.class).stream()
        .filter(label -> label.getData("forecast") != null)
        .map(Label::getText)
        .findFirst()
        .orElseThrow();
  }

  /** Every text that stands on the page in front. */
  public List<String> texts() {
    return Ui.texts(page());
  }

  private Control field(String path) {
    return find(path)
        .orElseThrow(() -> new AssertionError("no field '" + path + "' on the page " + title()));
  }

  private Optional<Control> find(String path) {
    return Ui.all(page(), Control.class).stream()
        .filter(control -> path.equals(control.getData(PATH)))
        .findFirst();
  }

  private Composite page() {
    return (Composite) folder.getSelection().getControl();
  }
}
