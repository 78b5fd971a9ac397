package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The form pages of the editor in front. */
public final class FormsPage {

  private final ExperimentEditor editor;
  private final CTabFolder folder;
  private final FieldsPage fields = new FieldsPage(this::page);

  FormsPage(ExperimentEditor editor, CTabFolder folder) {
    this.editor = editor;
    this.folder = folder;
  }

  /** Titles of all pages. */
  public List<String> titles() {
    return Arrays.stream(folder.getItems()).map(item -> item.getText()).toList();
  }

  /** Brings a page to the front; its fields. */
  public FieldsPage open(String title) {
    editor.showPage(title);
    return fields;
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

  /** The field that has the keyboard's focus, by its path. */
  public String focused() {
    Control control = folder.getDisplay().getFocusControl();
    return control == null ? "nothing" : String.valueOf(control.getData("path"));
  }

  /** The fields of the page in front. */
  public FieldsPage fields() {
    return fields;
  }

  /** The link that says why nothing can be edited; empty when something can. */
  public String banner() {
    return Ui.all(page(), Link.class).stream()
        .filter(link -> link.isVisible() && link.getText().contains("be edited until"))
        .map(link -> link.getText().replaceAll("</?a>", ""))
        .findFirst()
        .orElse("");
  }

  /** Opens the partition studio by the link on the page in front. */
  public void openStudio() {
    Ui.all(page(), Link.class).stream()
        .filter(link -> link.getText().contains("partition studio"))
        .findFirst()
        .orElseThrow()
        .notifyListeners(SWT.Selection, new Event());
  }

  /** The line that says what the run would be like. */
  public String forecast() {
    return Ui.all(folder.getParent(), Label.class).stream()
        .filter(label -> label.getData("forecast") != null)
        .map(Label::getText)
        .findFirst()
        .orElseThrow();
  }

  /** How large the model is, on the page of the model. */
  public String modelSize() {
    return Ui.all(folder.getParent(), Label.class).stream()
        .filter(label -> label.getData("modelSize") != null)
        .map(Label::getText)
        .findFirst()
        .orElseThrow();
  }

  /** Every text that stands on the page in front. */
  public List<String> texts() {
    return Ui.texts(page());
  }

  private Composite page() {
    return (Composite) folder.getSelection().getControl();
  }
}
