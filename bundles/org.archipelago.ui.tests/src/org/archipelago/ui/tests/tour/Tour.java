package org.archipelago.ui.tests.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunOpener;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.run.ShownRun;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.archipelago.ui.workbench.session.SessionView;
import org.archipelago.ui.workbench.session.Sessions;
import org.archipelago.ui.workbench.welcome.Openers;
import org.archipelago.ui.workbench.wizard.NewExperimentWizard;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * What is visited, in order. The workspace holds the experiments and runs that {@code releng/screenshots}
 * prepares. A new view, preference page or page of a wizard or editor is visited of its own accord; a new
 * dialog needs a line here.
 */
final class Tour {

  private static final String COMMANDS = "org.archipelago.ui.workbench.";
  private static final String EDIT = "org.eclipse.ui.edit.";
  /** System property with the path of the remote client's jar. */
  private static final String CLIENT = "archipelago.tour.client";

  private static final String TABLE_OF_OWN = "patients.csv";
  private static final String OWN = "hospitals.yaml";
  private static final String PRIVATE = "private-digits.yaml";
  private static final List<String> EDITOR_PAGES =
      List.of("data", "partition", "model", "training", "strategy", "privacy", "clients", "source");
  private static final List<String> RUN_TABS = List.of("clients", "evaluation", "log", "cost");

  private final Guide guide;

  Tour(Guide guide) {
    this.guide = guide;
  }

  void take() {
    guide.ui(() -> {
      Shell shell = Guide.window().getShell();
      shell.setMaximized(true);
      shell.getDisplay().setCursorLocation(0, 0); // no tips in the pictures
    });
    start();
    editor();
    wizards();
    runs();
    exports();
    session();
    views();
    dialogs();
    preferences();
  }

  private void start() {
    guide.picture("welcome", () -> {});
    guide.picture("experiments", () -> guide.ui(() -> {
      for (TreeItem group : tree().getItems()) {
        unfold(group.getItems());
      }
    }));
    guide.picture("experiments-filter", () -> filter("hospital"));
    guide.stop("experiments", () -> filter(""));
  }

  private void editor() {
    guide.stop("editor", () -> {
      open(PRIVATE);
      pages("editor");
    });
    guide.stop("editor-regression", () -> {
      open("houses.yaml");
      page(0);
      guide.take("editor-regression-data");
      page(2);
      guide.take("editor-regression-model");
    });
    guide.stop("editor-mistakes", () -> {
      open(OWN);
      replace("learningRate: 0.1", "learningRate: -1");
      page(3);
      guide.take("editor-mistakes-form");
      page(7);
      guide.take("editor-mistakes-source");
      replace("learningRate: -1", "learningRate: [");
      page(3);
      guide.take("editor-mistakes-unreadable");
    });
    guide.picture("editor-assist", () -> {
      open(PRIVATE);
      page(7);
      guide.dialog(this::complete);
    });
    guide.stop("editor", () -> guide.ui(() -> page().closeAllEditors(false)));
  }

  private void wizards() {
    Path table = workspace().experiments().resolve(TABLE_OF_OWN);
    guide.picture(
        "wizard-new-empty", () -> guide.dialog(() -> NewExperimentWizard.open(Guide.window(), null)));
    guide.stop("wizard-new", () -> guide.wizard("wizard-new", () -> NewExperimentWizard.open(Guide.window(), table)));
  }

  private void runs() {
    guide.picture("run-empty", () -> {
      showRuns();
      view(RunView.ID);
    });
    guide.stop("run", () -> {
      open(PRIVATE);
      showRuns("private");
      for (int tab = 0; tab < RUN_TABS.size(); tab++) {
        int chosen = tab;
        guide.ui(() -> select(folder(control(RunView.ID)), chosen));
        guide.take("run-privacy-" + RUN_TABS.get(tab));
      }
    });
    guide.picture("run-baselines", () -> showRuns("hospitals-1"));
    guide.picture("run-client", () -> {
      showRuns("hospitals-1");
      guide.ui(() -> select(folder(control(RunView.ID)), 0));
      guide.ui(() -> chooseLine(control(RunView.ID)));
    });
    guide.picture("run-regression", () -> showRuns("houses"));
    guide.picture("run-compared", () -> showRuns("hospitals-1", "hospitals-2", "hospitals-3"));
    for (String what : List.of("", "Model", "Numbers", "Report")) {
      String name = ("wizard-export-" + what.toLowerCase(Locale.ROOT)).replaceFirst("-$", "");
      guide.stop(name, () -> {
        showRuns("hospitals-1");
        guide.wizard(name, () -> guide.execute(COMMANDS + "export" + what));
      });
    }
    guide.stop("run-live", this::liveRun);
  }

  private void exports() {
    guide.stop("export", () -> {
      showRuns("hospitals-1");
      guide.dialog(() -> guide.execute(COMMANDS + "export"));
      guide.until("the list of runs", Tour::isPageComplete);
      guide.take("export-content");
      guide.closeDialogs();
      for (String content : List.of("Report", "Model", "Numbers")) {
        guide.dialog(() -> guide.execute(COMMANDS + "export" + content));
        guide.until("a preview of " + content, Tour::isPageComplete);
        guide.take("export-" + content.toLowerCase(Locale.ROOT));
        if (content.equals("Numbers")) {
          guide.press();
          guide.take("export-file");
        }
        guide.closeDialogs();
      }
    });
  }

  private static boolean isPageComplete() {
    return Arrays.stream(Display.getCurrent().getShells())
        .anyMatch(shell ->
            shell.getData() instanceof WizardDialog wizard
                && wizard.getCurrentPage() != null
                && wizard.getCurrentPage().isPageComplete());
  }

  private void liveRun() {
    open("long.yaml");
    guide.ui(() -> guide.execute(COMMANDS + "start"));
    guide.until("a second round", () -> shown() != null && shown().snapshot().round() > 1);
    for (int more = 0; more < Runtime.getRuntime().availableProcessors(); more++) {
      guide.ui(() -> guide.execute(COMMANDS + "start"));
    }
    guide.until("a run in the queue", () -> shown() != null && shown().isQueued());
    guide.take("run-queued");
    guide.dialog(() -> Guide.window().close());
    guide.take("dialog-close-with-runs");
    guide.closeDialogs();
    guide.ui(() -> Guide.window().getService(RunService.class).live().forEach(LiveRun::stop));
  }

  private void session() {
    guide.picture("session-none", () -> guide.ui(() -> show(SessionView.ID)));
    guide.stop("session", () -> {
      open(OWN);
      guide.dialog(() -> guide.execute(COMMANDS + "openSession"));
      guide.take("session-open-dialog");
      guide.press();
      until(SessionPhase.OPEN);
      sessions().invite();
      guide.take("session-open");
      Process client = join(sessions().snapshot().invitations().getFirst().text());
      try {
        guide.until("a participant", () -> !sessions().snapshot().participants().isEmpty());
        guide.take("session-joined");
        guide.ui(() -> guide.execute(COMMANDS + "startSession"));
        until(SessionPhase.OVER);
        guide.ui(() -> show(SessionView.ID));
        guide.take("session-over");
      } finally {
        sessions().close();
        client.destroy();
      }
    });
  }

  private Process join(String invitation) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
              System.getProperty(CLIENT), "join", invitation, "--data", TABLE_OF_OWN, "--name", "St. Mary")
          .directory(workspace().experiments().toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void until(SessionPhase phase) {
    guide.until("the session is " + phase, () -> sessions().phase() == phase);
  }

  private static Sessions sessions() {
    return Guide.window().getService(Sessions.class);
  }

  private void views() {
    for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
      if (!WorkbenchActivityHelper.filterItem(view)) {
        String name = "view-" + view.getId().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
        guide.picture(name, () -> guide.ui(() -> show(view.getId())));
      }
    }
    guide.ui(() -> {
      page().closeAllEditors(false);
      page().resetPerspective();
    });
  }

  private void dialogs() {
    dialog("dialog-new-experiment", "org.eclipse.ui.newWizard");
    dialog("dialog-about", "org.eclipse.ui.help.aboutAction");
    dialog("dialog-log", "org.archipelago.app.showLog");
    guide.picture("dialog-rename", () -> ofExperiment(EDIT + "rename"));
    guide.picture("editor-find", () -> {
      open(OWN);
      page(7);
      guide.ui(() -> guide.execute(EDIT + "findReplace"));
    });
    dialog("dialog-show-view", "org.eclipse.ui.views.showView");
  }

  private void dialog(String name, String command) {
    guide.picture(name, () -> guide.dialog(() -> guide.execute(command)));
  }

  private void ofExperiment(String command) {
    guide.dialog(() -> {
      TreeItem own = tree().getItem(1).getItem(0);
      page().activate(page().findView("org.archipelago.ui.workbench.experiments"));
      tree().setSelection(own);
      Event event = new Event();
      event.item = own;
      tree().notifyListeners(SWT.Selection, event);
      guide.execute(command);
    });
  }

  /** One dialog for all pages: it grows with them. */
  private void preferences() {
    guide.stop("preferences", () -> {
      PreferenceDialog[] dialog = new PreferenceDialog[1];
      guide.dialog(() -> {
        dialog[0] = PreferencesUtil.createPreferenceDialogOn(Guide.window().getShell(), null, null, null);
        dialog[0].open();
      });
      PreferenceManager manager = PlatformUI.getWorkbench().getPreferenceManager();
      for (IPreferenceNode node : manager.getElements(PreferenceManager.PRE_ORDER)) {
        guide.ui(() -> ((IWorkbenchPreferenceContainer) dialog[0]).openPage(node.getId(), null));
        guide.take("preferences-" + node.getId().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT));
      }
    });
  }

  // What the stops are made of.

  private void open(String experiment) {
    guide.ui(() -> Openers.open(page(), workspace().experiments().resolve(experiment)));
    guide.until("a forecast for " + experiment, () -> new WorkbenchPage().editor().forms().forecast().contains("\u00B7"));
  }

  private void pages(String name) {
    for (int i = 0; i < EDITOR_PAGES.size(); i++) {
      page(i);
      guide.take(name + "-" + EDITOR_PAGES.get(i));
    }
  }

  private void page(int index) {
    guide.ui(() -> {
      ExperimentEditor editor = editorInFront();
      editor.showPage(folder(control(editor.getSite().getService(MPart.class))).getItem(index).getText());
      editor.setFocus();
    });
  }

  private void replace(String old, String fresh) {
    guide.ui(() -> {
      IDocument document = editorInFront().getDocumentProvider().getDocument(editorInFront().getEditorInput());
      document.set(document.get().replace(old, fresh));
    });
  }

  private void complete() {
    StyledText text = (StyledText) editorInFront().getAdapter(Control.class);
    text.setCaretOffset(text.getText().indexOf("softmax}"));
    editorInFront().getAction("ContentAssistProposal").run();
  }

  private void filter(String text) {
    guide.ui(() -> Ui.all(control("org.archipelago.ui.workbench.experiments"), Text.class)
        .getFirst().setText(text));
  }

  private void showRuns(String... ids) {
    guide.ui(() -> {
      if (ids.length == 0) {
        Guide.window().getService(ShownRun.class).show(null);
      } else {
        RunOpener.openAll(page(), List.of(ids));
      }
    });
    guide.until("runs " + Arrays.toString(ids), () ->
        Guide.window().getService(ShownRun.class).all().stream().map(RunModel::id).toList().equals(List.of(ids)));
  }

  private static RunModel shown() {
    return Guide.window().getService(ShownRun.class).get().orElse(null);
  }

  private static void chooseLine(Composite view) {
    Table table =
        Ui.all(view, Table.class).stream()
            .filter(Control::isVisible)
            .findFirst()
            .orElseThrow();
    table.setSelection(1);
    table.notifyListeners(SWT.Selection, new Event());
  }

  private static void select(CTabFolder folder, int index) {
    folder.setSelection(index);
    folder.notifyListeners(SWT.Selection, new Event());
  }

  private static void unfold(TreeItem[] items) {
    for (TreeItem item : items) {
      Event event = new Event();
      event.item = item;
      item.getParent().notifyListeners(SWT.Expand, event);
      item.setExpanded(true);
    }
  }

  private static Tree tree() {
    return Ui.all(control("org.archipelago.ui.workbench.experiments"), Tree.class).getFirst();
  }

  private static ExperimentEditor editorInFront() {
    return (ExperimentEditor) page().getActiveEditor();
  }

  private static CTabFolder folder(Composite part) {
    return Ui.all(part, CTabFolder.class).stream().filter(Control::isVisible).findFirst().orElseThrow();
  }

  private static Composite control(String view) {
    return control(page().findView(view).getSite().getService(MPart.class));
  }

  private static Composite control(MPart part) {
    return (Composite) part.getWidget();
  }

  private void view(String id) {
    guide.ui(() -> show(id));
  }

  private static IViewPart show(String id) {
    try {
      return page().showView(id);
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IWorkbenchPage page() {
    return Guide.window().getActivePage();
  }

  private static Workspace workspace() {
    return Guide.window().getService(Workspace.class);
  }
}
