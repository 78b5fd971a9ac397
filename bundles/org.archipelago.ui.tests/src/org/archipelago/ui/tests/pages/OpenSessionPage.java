package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The dialog that opens a session. Used from within its own event loop, by {@link #whenOpen}. */
public final class OpenSessionPage {

  private static final String TITLE = "Open Session";
  private static final int LOOK_AGAIN_MILLIS = 20;

  private final Shell shell;

  private OpenSessionPage(Shell shell) {
    this.shell = shell;
  }

  /** Does one step after the other; each returns whether it was done, and is tried again if not. */
  @FunctionalInterface
  public interface Step {
    boolean done(OpenSessionPage dialog);
  }

  /** Takes the steps as soon as the dialog is there, while it is. */
  public static void whenOpen(Step... steps) {
    Display display = Display.getCurrent();
    display.timerExec(LOOK_AGAIN_MILLIS, () -> take(display, steps, 0));
  }

  private static void take(Display display, Step[] steps, int next) {
    if (next == steps.length) {
      return;
    }
    Optional<Shell> shell = find(display);
    shell.ifPresent(KeyboardCheck::check);
    boolean done = shell.isPresent() && steps[next].done(new OpenSessionPage(shell.get()));
    display.timerExec(LOOK_AGAIN_MILLIS, () -> take(display, steps, done ? next + 1 : next));
  }

  private static Optional<Shell> find(Display display) {
    return Arrays.stream(display.getShells())
        .filter(shell -> shell.isVisible() && shell.getText().equals(TITLE))
        .findFirst();
  }

  /** Whether the dialog is on the screen. */
  public static boolean isOpen() {
    return find(Display.getCurrent()).isPresent();
  }

  /** Types over what is in a field. */
  public boolean type(String path, String text) {
    ((Text) field(path)).setText(text);
    return true;
  }

  /** What stands under a field: what is wrong with it, or a hint. */
  public String under(String path) {
    return Ui.all(shell, Label.class).stream()
        .filter(label -> path.equals(label.getData("mistakeOf")))
        .map(Label::getText)
        .findFirst()
        .orElseThrow();
  }

  public boolean canOpen() {
    return button(TITLE).isEnabled();
  }

  public boolean press(String text) {
    button(text).notifyListeners(SWT.Selection, new Event());
    return true;
  }

  private Control field(String path) {
    return Ui.all(shell, Text.class).stream()
        .filter(text -> path.equals(text.getData("path")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + path));
  }

  private Button button(String text) {
    return Ui.all(shell, Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }
}
