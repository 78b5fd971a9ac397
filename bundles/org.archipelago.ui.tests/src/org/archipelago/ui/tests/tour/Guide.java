package org.archipelago.ui.tests.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.tests.pages.Ui;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Leads through the workbench from a thread of its own, so that dialogs which wait for an answer hold
 * nothing up. A stop that fails is told on standard error, and the tour goes on.
 */
final class Guide {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Display display;
  private final Camera camera;
  private final String only;
  private int failed;

  /** @param only what the names of the pictures to take contain; empty for all */
  Guide(Display display, Camera camera, String only) {
    this.display = display;
    this.camera = camera;
    this.only = only;
  }

  /** One stop: what it does is done only where one of its pictures is asked for; dialogs are closed after it. */
  void stop(String name, Runnable visit) {
    if (!name.contains(only) && !only.contains(name)) {
      return;
    }
    try {
      visit.run();
    } catch (RuntimeException | AssertionError e) {
      failed(name, e);
    }
    closeDialogs();
  }

  /** Tells that something could not be visited. */
  void failed(String what, Throwable why) {
    failed++;
    System.err.println("tour: " + what + ": " + why);
  }

  /** A stop with one picture, called as the stop is. */
  void picture(String name, Runnable visit) {
    stop(name, () -> {
      visit.run();
      take(name);
    });
  }

  /** Takes a picture once all charts in sight are drawn. */
  void take(String name) {
    until("charts of " + name, this::chartsAreDrawn);
    ui(Guide::redraw);
    camera.take(name);
  }

  /** At 200 %, on a display where nothing composes windows, a closed dialog can leave traces of itself. */
  private static void redraw() {
    Shell main = window().getShell();
    main.redraw(0, 0, main.getSize().x, main.getSize().y, true);
  }

  private boolean chartsAreDrawn() {
    return Arrays.stream(display.getShells())
        .flatMap(shell -> Ui.all(shell, ChartCanvas.class).stream())
        .filter(Control::isVisible)
        .allMatch(chart -> chart.spec() == null || chart.isUpToDate());
  }

  /** Does something on the UI thread and waits for its end. */
  void ui(Runnable action) {
    ask(() -> {
      action.run();
      return null;
    });
  }

  /** Asks something on the UI thread. */
  <T> T ask(Supplier<T> question) {
    List<T> answer = new ArrayList<>(1);
    Throwable[] thrown = new Throwable[1];
    display.syncExec(() -> {
      try {
        answer.add(question.get());
      } catch (RuntimeException | AssertionError e) {
        thrown[0] = e;
      }
    });
    if (thrown[0] != null) {
      throw new IllegalStateException(thrown[0]);
    }
    return answer.getFirst();
  }

  /** Waits until something is so, as the UI thread sees it. */
  void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!ask(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("never came true: " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Does something that opens a dialog, and waits for that. */
  Shell dialog(Runnable opener) {
    List<Shell> before = ask(() -> List.of(display.getShells()));
    display.asyncExec(opener);
    until("a dialog", () -> opened(before).isPresent());
    return ask(() -> opened(before).orElseThrow());
  }

  private Optional<Shell> opened(List<Shell> before) {
    return Arrays.stream(display.getShells())
        .filter(shell -> shell.isVisible() && !before.contains(shell))
        .findFirst();
  }

  /** Takes a picture of every page of a wizard that opens, as Next leads through them. */
  void wizard(String name, Runnable opener) {
    Shell shell = dialog(opener);
    until("a page", () -> ((WizardDialog) shell.getData()).getCurrentPage() != null);
    int number = 1;
    do {
      IWizardPage page = ask(() -> ((WizardDialog) shell.getData()).getCurrentPage());
      until("the page " + page.getTitle() + " is complete", page::isPageComplete);
      take(name + "-" + number++);
    } while (next(shell));
  }

  private boolean next(Shell shell) {
    return ask(() -> {
      WizardDialog dialog = (WizardDialog) shell.getData();
      IWizardPage page = dialog.getCurrentPage();
      IWizardPage next = page.canFlipToNextPage() ? page.getNextPage() : null;
      if (next != null) {
        dialog.showPage(next);
      }
      return next != null;
    });
  }

  /** Presses the button of the dialog in front that Enter would press. */
  void press() {
    ui(() -> {
      Shell shell = display.getActiveShell();
      shell.getDefaultButton().notifyListeners(SWT.Selection, new Event());
    });
  }

  /** Closes all that stands in front of the window, the last first. */
  void closeDialogs() {
    ui(() -> {
      Shell main = window().getShell();
      for (Shell shell : main.getShells()) {
        if (!shell.isDisposed() && shell.isVisible()) {
          shell.close();
        }
      }
    });
    until("dialogs are closed", () -> Arrays.stream(window().getShell().getShells()).noneMatch(Shell::isVisible));
  }

  /** Uses a command, as menu and key do. */
  void execute(String command) {
    try {
      window().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      throw new IllegalStateException(command, e);
    }
  }

  /** The window; on the UI thread or not. */
  static IWorkbenchWindow window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
  }

  /** Ends the workbench without a question, and tells by the exit code whether a stop failed. */
  void quit() {
    System.err.flush();
    Runtime.getRuntime().halt(failed == 0 ? 0 : 1);
  }
}
