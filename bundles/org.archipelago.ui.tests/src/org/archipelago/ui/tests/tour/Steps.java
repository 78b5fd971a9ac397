package org.archipelago.ui.tests.tour;

import java.util.Arrays;
import java.util.List;
import org.archipelago.ui.tests.pages.StudioEditorPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.partition.StudioEditor;
import org.archipelago.ui.workbench.partition.StudioOpener;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunOpener;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.run.ShownRun;
import org.archipelago.ui.workbench.welcome.Openers;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** What the stops of a tour are made of: an experiment opened, a page turned to, runs shown. */
final class Steps {

  /** Prefix of the workbench's commands and views. */
  static final String OURS = "org.archipelago.ui.workbench.";
  static final String EXPERIMENTS = OURS + "experiments";

  private final Guide guide;

  Steps(Guide guide) {
    this.guide = guide;
  }

  void open(String experiment) {
    guide.ui(() -> Openers.open(page(), workspace().experiments().resolve(experiment)));
    guide.until(
        "a forecast for " + experiment,
        () -> new WorkbenchPage().editor().forms().forecast().contains("\u00B7"));
  }

  /** Opens the partition studio of an experiment. */
  void openStudio(String experiment) {
    open(experiment);
    guide.ui(() -> StudioOpener.open(page(), editorInFront()));
    guide.until("the data is read", () ->
        page().getActiveEditor() instanceof StudioEditor editor && editor.matrix().isPresent());
    guide.until("its figures", () -> ((StudioEditor) page().getActiveEditor()).matrix().get().isUpToDate());
  }

  StudioEditorPage studio() {
    return new WorkbenchPage().studio();
  }

  void page(int index) {
    guide.ui(() -> {
      ExperimentEditor editor = editorInFront();
      editor.showPage(folder(control(editor.getSite().getService(MPart.class))).getItem(index).getText());
      editor.setFocus();
    });
  }

  void replace(String old, String fresh) {
    guide.ui(() -> {
      IDocument document = editorInFront().getDocumentProvider().getDocument(editorInFront().getEditorInput());
      document.set(document.get().replace(old, fresh));
    });
  }

  void complete() {
    StyledText text = (StyledText) editorInFront().getAdapter(Control.class);
    text.setCaretOffset(text.getText().indexOf("softmax}"));
    editorInFront().getAction("ContentAssistProposal").run();
  }

  void filter(String text) {
    guide.ui(() -> Ui.all(control(EXPERIMENTS), Text.class).getFirst().setText(text));
  }

  void showRuns(String... ids) {
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

  static RunModel shown() {
    return Guide.window().getService(ShownRun.class).get().orElse(null);
  }

  /** Turns to a tab of the run view. */
  void runTab(int index) {
    guide.ui(() -> select(folder(control(RunView.ID)), index));
  }

  static void chooseLine(Composite parent, int index) {
    Table table =
        Ui.all(parent, Table.class).stream()
            .filter(Control::isVisible)
            .findFirst()
            .orElseThrow();
    table.setSelection(index);
    table.notifyListeners(SWT.Selection, new Event());
  }

  private static void select(CTabFolder folder, int index) {
    folder.setSelection(index);
    folder.notifyListeners(SWT.Selection, new Event());
  }

  static void unfold(TreeItem[] items) {
    for (TreeItem item : items) {
      Event event = new Event();
      event.item = item;
      item.getParent().notifyListeners(SWT.Expand, event);
      item.setExpanded(true);
    }
  }

  static Tree tree() {
    return Ui.all(control(EXPERIMENTS), Tree.class).getFirst();
  }

  static ExperimentEditor editorInFront() {
    return (ExperimentEditor) page().getActiveEditor();
  }

  private static CTabFolder folder(Composite part) {
    return Ui.all(part, CTabFolder.class).stream().filter(Control::isVisible).findFirst().orElseThrow();
  }

  static Composite control(String view) {
    return control(page().findView(view).getSite().getService(MPart.class));
  }

  private static Composite control(MPart part) {
    return (Composite) part.getWidget();
  }

  void view(String id) {
    guide.ui(() -> show(id));
  }

  static IViewPart show(String id) {
    try {
      return page().showView(id);
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
  }

  static IWorkbenchPage page() {
    return Guide.window().getActivePage();
  }

  static Workspace workspace() {
    return Guide.window().getService(Workspace.class);
  }
}
