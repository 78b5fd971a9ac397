package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Waiting and looking about, on the UI thread. */
public final class Ui {

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final int LOOK_AGAIN_MILLIS = 20;

  private Ui() {}

  /** Lets the workbench work until something is so; fails, saying what, if it never is. */
  public static void waitUntil(Supplier<String> what, BooleanSupplier condition) {
    Display display = Display.getCurrent();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Runnable wake = () -> { };
    ErrorAlarm.check();
    while (!condition.getAsBoolean()) {
      ErrorAlarm.check();
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never came true: " + what.get());
      }
      display.timerExec(LOOK_AGAIN_MILLIS, wake);
      if (!display.readAndDispatch()) {
        display.sleep();
      }
    }
  }

  /** Lets the workbench do all that waits to be done now. */
  public static void drain() {
    Display display = Display.getCurrent();
    ErrorAlarm.check();
    boolean more = true;
    while (more) {
      more = display.readAndDispatch();
    }
    ErrorAlarm.check();
  }

  /** The same with a fixed text. */
  public static void waitUntil(String what, BooleanSupplier condition) {
    waitUntil(() -> what, condition);
  }

  /** The text on the clipboard. */
  public static String clipboard() {
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    try {
      return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
    } finally {
      clipboard.dispose();
    }
  }

  /** Every control of that class in the parent, at any depth. */
  public static <T extends Control> List<T> all(Composite parent, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Control child : parent.getChildren()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
      if (child instanceof Composite composite) {
        found.addAll(all(composite, type));
      }
    }
    return found;
  }

  /** Every text that stands on a label in the parent and can be seen. */
  public static List<String> texts(Composite parent) {
    return all(parent, Label.class).stream()
        .filter(Control::isVisible)
        .map(Label::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Every text that stands on a label in the parent, shown yet or not. */
  static List<String> allTexts(Composite parent) {
    return all(parent, Label.class).stream().map(Label::getText).filter(text -> !text.isEmpty()).toList();
  }

  /** Presses a button of the next dialog with that title, as soon as it opens; tells what the dialog said. */
  public static Supplier<String> answerNextDialog(String title, String button) {
    List<String> said = new ArrayList<>();
    whenOpen(title, shell -> {
      said.add(String.join("\n", texts(shell)));
      press(shell, button);
    });
    return () -> {
      waitUntil("a dialog '" + title + "'", () -> !said.isEmpty());
      return said.getFirst();
    };
  }

  /** Types into the first field of the next dialog with that title, then presses a button of it. */
  public static void fillNextDialog(String title, String text, String button) {
    whenOpen(title, shell -> {
      all(shell, Text.class).stream()
          .filter(field -> (field.getStyle() & SWT.READ_ONLY) == 0)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no field in " + title))
          .setText(text);
      press(shell, button);
    });
  }

  /** Types into the first field of the next dialog with that title; tells what it then says, and cancels. */
  public static Supplier<String> tryInNextDialog(String title, String text, String button) {
    List<String> said = new ArrayList<>();
    whenOpen(title, shell -> {
      Text field =
          all(shell, Text.class).stream()
              .filter(candidate -> (candidate.getStyle() & SWT.READ_ONLY) == 0)
              .findFirst()
              .orElseThrow();
      field.setText(text);
      List<String> texts = new ArrayList<>(texts(shell));
      all(shell, Text.class).stream().filter(t -> t != field).map(Text::getText).forEach(texts::add);
      texts.add(isEnabled(shell, button) ? "can be pressed" : "can't be pressed");
      said.add(String.join("\n", texts));
      press(shell, "Cancel");
    });
    return () -> {
      waitUntil("a dialog '" + title + "'", () -> !said.isEmpty());
      return said.getFirst();
    };
  }

  private static boolean isEnabled(Shell shell, String text) {
    return all(shell, Button.class).stream()
        .anyMatch(button -> button.getText().replace("&", "").equals(text) && button.isEnabled());
  }

  private static void whenOpen(String title, Consumer<Shell> action) {
    Display display = Display.getCurrent();
    Optional<Shell> open =
        Arrays.stream(display.getShells())
            .filter(shell -> shell.isVisible() && shell.getText().equals(title))
            .findFirst();
    if (open.isPresent()) {
      action.accept(open.get());
    } else {
      ErrorAlarm.expect(title);
      display.timerExec(LOOK_AGAIN_MILLIS, () -> whenOpen(title, action));
    }
  }

  private static void press(Shell shell, String text) {
    Button button =
        all(shell, Button.class).stream()
            .filter(candidate -> candidate.getText().replace("&", "").equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button '" + text + "' in " + shell.getText()));
    button.notifyListeners(SWT.Selection, new Event());
  }
}
