package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archipelago.ui.workbench.experiments.ExperimentsView;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.run.ShownRun;
import org.archipelago.ui.workbench.session.SessionView;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** The window as a whole. */
public final class WorkbenchPage {

  /** The commands of the Run menu and of File, Export. */
  public enum Command {
    RUN("start"),
    PAUSE("pause"),
    STOP("stop"),
    EXPORT("export"),
    EXPORT_MODEL("exportModel"),
    EXPORT_NUMBERS("exportNumbers"),
    EXPORT_REPORT("exportReport"),
    BASELINES("baselines"),
    LEARNING_RATE("learningRate"),
    DUPLICATE("duplicate"),
    NEW("org.eclipse.ui.newWizard"),
    RENAME("org.eclipse.ui.edit.rename"),
    DELETE("org.eclipse.ui.edit.delete"),
    UNDO("org.eclipse.ui.edit.undo"),
    REDO("org.eclipse.ui.edit.redo"),
    WELCOME("showWelcome"),
    OPEN_SESSION("openSession"),
    COPY_INVITATION("copyInvitation"),
    NEW_INVITATION("newInvitation"),
    START_SESSION("startSession"),
    CLOSE_SESSION("closeSession");

    private final String id;

    Command(String id) {
      this.id = id.contains(".") ? id : "org.archipelago.ui.workbench." + id;
    }
  }

  private final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();

  public IWorkbenchWindow window() {
    return window;
  }

  public IWorkbenchPage page() {
    return window.getActivePage();
  }

  public ExperimentsPage experiments() {
    view(ExperimentsView.ID).getSite().getPage().activate(view(ExperimentsView.ID));
    return new ExperimentsPage(control(view(ExperimentsView.ID)));
  }

  public RunPage run() {
    return new RunPage(control(view(RunView.ID)), window);
  }

  /** The Run view, brought to the front. */
  public RunPage bringUpRun() {
    page().activate(view(RunView.ID));
    return run();
  }

  /** The Session view, brought to the front. */
  public SessionPage session() {
    try {
      return new SessionPage(control(page().showView(SessionView.ID)));
    } catch (PartInitException e) {
      throw new AssertionError(e);
    }
  }

  /** The editor in front. */
  public EditorPage editor() {
    return new EditorPage(page());
  }

  /** The partition studio in front, once its data is read. */
  public StudioEditorPage studio() {
    return new StudioEditorPage(page());
  }

  /** Gives the focus to the editor in front. */
  public void activateEditor() {
    page().activate(page().getActiveEditor());
  }

  /** Shows a view, or hides it. */
  public void show(String view, boolean visible) {
    if (!visible) {
      page().hideView(page().findViewReference(view));
    } else {
      try {
        page().showView(view);
      } catch (PartInitException e) {
        throw new AssertionError(e);
      }
    }
    Ui.drain();
  }

  /** Moves a view to the place where another one is, as dragging it there does. */
  public void moveBeside(String view, String other) {
    MUIElement place = place(other);
    window.getService(EModelService.class)
        .move(place(view), (MElementContainer<MUIElement>) (MElementContainer<?>) place.getParent());
    Ui.drain();
  }

  /** The views that are laid out, stack by stack from left to right, the one in front of each with a star. */
  public String layout() {
    return window.getService(EModelService.class)
        .findElements(perspective(), null, MPartStack.class)
        .stream()
        .filter(stack -> stack.isToBeRendered() && stack.isVisible())
        .map(stack ->
            stack.getChildren().stream()
                .filter(MUIElement::isToBeRendered)
                .map(view -> view.getElementId() + (view == stack.getSelectedElement() ? "*" : ""))
                .collect(Collectors.joining(" ")))
        .filter(views -> !views.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private MPerspective perspective() {
    return window.getService(EModelService.class)
        .getActivePerspective(window.getService(MWindow.class));
  }

  private MUIElement place(String view) {
    return window.getService(EModelService.class)
        .findElements(perspective(), view, MUIElement.class)
        .getFirst();
  }

  private IViewPart view(String id) {
    IViewPart view = page().findView(id);
    if (view == null) {
      throw new AssertionError("the view " + id + " is not open");
    }
    return view;
  }

  private static Composite control(IViewPart view) {
    return (Composite) view.getSite().getService(MPart.class).getWidget();
  }

  /** Whether the command can be used now. */
  public boolean isEnabled(Command command) {
    return window.getService(ICommandService.class).getCommand(command.id).isEnabled();
  }

  /** Waits until the command can be used, then uses it as menu, button and key do. */
  public void execute(Command command) {
    Ui.waitUntil(command + " can be used", () -> isEnabled(command));
    execute(command.id);
  }

  /** Uses a command of the platform, as its key does. */
  public void execute(String command) {
    try {
      window.getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs what the editor in front shows; returns when the new run is shown, which may have ended by then. */
  public RunPage startRun() {
    return untilAnotherRunIsShown(() -> execute(Command.RUN));
  }

  /** Does something that starts or opens a run; returns when that is shown. */
  public RunPage untilAnotherRunIsShown(Runnable action) {
    ShownRun shown = window.getService(ShownRun.class);
    Optional<RunModel> before = shown.get();
    action.run();
    Ui.waitUntil(
        "another run is shown", () -> shown.get().isPresent() && !shown.get().equals(before));
    return run();
  }

  /** What Edit, Undo says it would undo. */
  public String undoText() {
    MenuItem edit =
        Arrays.stream(window.getShell().getMenuBar().getItems())
            .filter(item -> item.getText().replace("&", "").equals("Edit"))
            .findFirst()
            .orElseThrow();
    edit.getMenu().notifyListeners(SWT.Show, new Event());
    return edit.getMenu().getItem(0).getText().replace("&", "");
  }

  /** Closes all editors without saving. */
  public void closeEditors() {
    page().closeAllEditors(false);
  }
}
