package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** About, and the log. */
public final class AboutPage {

  private final Shell shell;

  private AboutPage(Shell shell) {
    this.shell = shell;
  }

  /** Opens About. */
  public static AboutPage open(WorkbenchPage workbench) {
    workbench.execute("org.eclipse.ui.help.aboutAction");
    return shown("About Archipelago");
  }

  /** The dialog with that title, once it is there. */
  public static AboutPage shown(String title) {
    Ui.waitUntil(title, () -> find(title).isPresent());
    KeyboardCheck.check(find(title).orElseThrow());
    return new AboutPage(find(title).orElseThrow());
  }

  private static Optional<Shell> find(String title) {
    return Arrays.stream(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && shell.getText().equals(title))
        .findFirst();
  }

  public Shell shell() {
    return shell;
  }

  /** What it says, by what that is called. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Text text : Ui.all(shell, Text.class)) {
      Composite parent = text.getParent();
      List<Control> children = Arrays.asList(parent.getChildren());
      if (children.get(children.indexOf(text) - 1) instanceof Label label) {
        facts.put(label.getText(), text.getText());
      }
    }
    return facts;
  }

  /** The lines of the table. */
  public List<String> components() {
    return Arrays.stream(table().getItems())
        .map(item -> item.getText(0) + " " + item.getText(1) + " " + item.getText(2))
        .toList();
  }

  public void choose(String component) {
    for (int i = 0; i < table().getItemCount(); i++) {
      if (table().getItem(i).getText().equals(component)) {
        table().setSelection(i);
        table().notifyListeners(SWT.Selection, new Event());
        return;
      }
    }
    throw new AssertionError("no " + component + " in " + components());
  }

  public String log() {
    return Ui.all(shell, StyledText.class).getFirst().getText();
  }

  public boolean isEnabled(String button) {
    return button(button).isEnabled();
  }

  public void press(String button) {
    button(button).notifyListeners(SWT.Selection, new Event());
    Ui.drain();
  }

  private Table table() {
    return Ui.all(shell, Table.class).getFirst();
  }

  private Button button(String text) {
    return Ui.all(shell, Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }
}
