package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.charts.ChartSpec;
import org.archipelago.ui.charts.ChartCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The dialog of the learning-rate range test. */
public final class LearningRatePage {

  /** Waits until it is open. */
  public LearningRatePage waitUntilOpen() {
    Ui.waitUntil("the learning-rate range test", () -> find().isPresent());
    KeyboardCheck.check(shell());
    return this;
  }

  public boolean isOpen() {
    return find().isPresent();
  }

  private static Optional<Shell> find() {
    return Arrays.stream(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && shell.getText().startsWith("Learning-Rate Range Test"))
        .findFirst();
  }

  private static Shell shell() {
    return find().orElseThrow(() -> new AssertionError("the dialog is not open"));
  }

  /** Its sentences. */
  public List<String> texts() {
    return Ui.texts(shell());
  }

  public ChartSpec chart() {
    return Ui.all(shell(), ChartCanvas.class).getFirst().spec();
  }

  /** What stands in the field of that label. */
  public String value(String label) {
    return field(label).getText();
  }

  /** Types into the field of that label. */
  public void type(String label, String text) {
    field(label).setText(text);
  }

  private static Text field(String label) {
    List<Text> fields = Ui.all(shell(), Text.class);
    List<String> labels =
        Ui.all(shell(), Label.class).stream().map(Label::getText).filter(t -> t.endsWith(":")).toList();
    return fields.get(labels.indexOf(label));
  }

  public boolean isEnabled(String button) {
    return button(button).isEnabled();
  }

  public void press(String button) {
    button(button).notifyListeners(SWT.Selection, new Event());
  }

  private static Button button(String text) {
    return Ui.all(shell(), Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }
}
