package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Supplier;
import org.archipelago.charts.ChartView;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.experiments.ExperimentsView;
import org.archipelago.ui.workbench.preferences.Appearance;
import org.archipelago.ui.workbench.problems.ProblemsView;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.session.SessionView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is laid out and chosen is there again after a restart. */
class LayoutTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final RunPage run = workbench.run();
  private Shell again;

  @AfterEach
  void tidyUp() {
    if (again != null) {
      again.dispose();
    }
    RunService runs = workbench.window().getService(RunService.class);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.closeEditors();
  }

  @Test
  void theRunViewComesBackAsItWasLeft() throws Exception {
    workbench.experiments().open("Samples", "wdbc-hospitals");
    workbench.editor().replace("rounds: 30", "rounds: 2");
    workbench.startRun().waitForState(RunState.COMPLETED);
    Ui.waitUntil("charts are shown", () -> run.charts().contains("Loss"));
    run.tab("Cost");
    ChartView looked = ChartView.PLAIN.withLogarithmic(true).withSmoothing(0.9).toggled("Hold-out");
    run.look("Loss", looked);
    RunView view = (RunView) workbench.page().findView(RunView.ID);

    RunPage restarted = restarted(view);

    Ui.waitUntil("the run is shown", () -> !restarted.charts().isEmpty());
    assertEquals("Cost", restarted.tab());
    assertEquals(looked, restarted.view("Loss"));
    assertEquals(ChartView.PLAIN, restarted.view("Accuracy on the hold-out"));
    run.tab("Clients");
    run.look("Loss", ChartView.PLAIN);
  }

  /** Also with the column of ε, which comes with the clients' first figures. */
  @Test
  void columnsKeepTheirWidthsAndTheirOrder() throws Exception {
    workbench.experiments().open("Samples", "digits-dp-sgd");
    workbench.editor().replace("rounds: 20", "rounds: 2");
    workbench.startRun().waitForState(RunState.COMPLETED);
    run.tab("Clients");
    Ui.waitUntil("clients are listed", () -> run.clients() == 10);
    run.sortBy("Rows");
    run.sortBy("Rows");
    String sorting = run.sorting();
    run.widen("Client", 260);
    List<String> names = run.clientNames();

    RunPage restarted = restarted((RunView) workbench.page().findView(RunView.ID));

    Ui.waitUntil("clients are listed again", () -> restarted.clients() == 10);
    assertTrue(sorting.startsWith("Rows "), sorting);
    assertEquals(sorting, restarted.sorting());
    assertEquals(names, restarted.clientNames());
    Ui.waitUntil(
        () -> "Client takes " + restarted.share("Client") + ", took " + run.share("Client"),
        () -> Math.abs(restarted.share("Client") - run.share("Client")) < 0.1);
    run.sortBy("Rows");
  }

  @Test
  void resetPerspectiveBringsTheFirstLayoutBackInBothThemes() {
    reset();
    String first = workbench.layout();
    assertEquals(
        ExperimentsView.ID + "* | " + RunView.ID + "* " + SessionView.ID,
        first.replaceAll(" [^ |]*help[^ |]*", ""));
    for (Appearance theme : List.of(Appearance.DARK, Appearance.LIGHT, Appearance.SYSTEM)) {
      theme.choose();
      workbench.show(SessionView.ID, false);
      workbench.show(ProblemsView.ID, true);
      workbench.moveBeside(ExperimentsView.ID, RunView.ID);
      assertNotEquals(first, workbench.layout());
      reset();
      assertEquals(first, workbench.layout(), theme.name());
      workbench.experiments().under("Samples");
      workbench.run().texts();
    }
  }

  private void reset() {
    Supplier<String> asked = Ui.answerNextDialog("Reset Perspective", "Reset Perspective");
    workbench.execute("org.eclipse.ui.window.resetPerspective");
    asked.get();
    Ui.drain();
  }

  @Test
  void theEditorComesBackOnItsPage() throws Exception {
    workbench.experiments().open("Samples", "wdbc-hospitals");
    ExperimentEditor editor = (ExperimentEditor) workbench.page().getActiveEditor();
    workbench.editor().forms().open("Training");
    XMLMemento state = XMLMemento.createWriteRoot("editor");
    editor.saveState(state);
    assertEquals(3, written(state).getInteger("page"));
  }

  /** Another view as a restart makes it, from what this one leaves behind. */
  private RunPage restarted(RunView view) throws IOException, WorkbenchException, PartInitException {
    XMLMemento state = XMLMemento.createWriteRoot("view");
    view.saveState(state);
    again = new Shell(workbench.window().getShell(), SWT.SHELL_TRIM);
    again.setLayout(new FillLayout());
    again.setSize(900, 700);
    RunView copy = new RunView();
    copy.init((IViewSite) view.getSite(), written(state));
    copy.createPartControl(new Composite(again, SWT.NONE));
    again.getChildren()[0].addDisposeListener(event -> copy.dispose());
    ((Composite) again.getChildren()[0]).setLayout(new FillLayout());
    again.open();
    return new RunPage(again, workbench.window());
  }

  private static IMemento written(XMLMemento state) throws IOException, WorkbenchException {
    StringWriter text = new StringWriter();
    state.save(text);
    return XMLMemento.createReadRoot(new StringReader(text.toString()));
  }
}
