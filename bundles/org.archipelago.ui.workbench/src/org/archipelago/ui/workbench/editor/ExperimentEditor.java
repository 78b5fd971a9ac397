package org.archipelago.ui.workbench.editor;

import java.util.Optional;
import java.util.ResourceBundle;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.common.ThemeChanges;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.form.FormModel;
import org.archipelago.ui.workbench.editor.form.FormPages;
import org.archipelago.ui.workbench.partition.StudioOpener;
import org.archipelago.ui.workbench.problems.ProblemList;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.CursorLinePainter;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.texteditor.StatusTextEditor;
import org.eclipse.ui.texteditor.TextOperationAction;

/**
 * Edits an experiment on form pages and as text: one document under all of them, so that a change made
 * on one page is undone on any. Every mistake stands at its field and line as one types; two lines above
 * the pages say whether the experiment can run, and what the run would be like.
 */
public final class ExperimentEditor extends StatusTextEditor {

  /** The editor's id. */
  public static final String ID = "org.archipelago.ui.workbench.experimentEditor";

  private static final String PAGE = "page";
  private static final String CONTEXT = "org.archipelago.ui.workbench.experimentContext";

  private final IDocumentListener onChange = new IDocumentListener() {
    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {}

    @Override
    public void documentChanged(DocumentEvent event) {
      changed();
    }
  };

  private final FormModel model = new FormModel(this::document, this::catalog);
  private EditorVerdict verdict;
  private CTabFolder folder;
  private CTabItem source;
  private FormPages forms;
  private OutsideChanges outside;
  private IDocument observed;
  private IMemento remembered;

  public ExperimentEditor() {
    setDocumentProvider(new ExperimentDocumentProvider());
    setSourceViewerConfiguration(new ExperimentViewerConfiguration(this::catalog));
    setPreferenceStore(EditorPreferences.store());
    setEditorContextMenuId("#ExperimentEditorContext");
    setRulerContextMenuId("#ExperimentRulerContext");
    setKeyBindingScopes(new String[] {"org.eclipse.ui.textEditorScope", CONTEXT});
  }

  @Override
  public void createPartControl(Composite parent) {
    HelpContext.set(parent, "editor");
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    verdict = new EditorVerdict(parent, this, forecast -> forms.show(forecast));
    ExperimentDocumentProvider provider = (ExperimentDocumentProvider) getDocumentProvider();
    outside = new OutsideChanges(this, provider, verdict::note);
    folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
    forms =
        new FormPages(
            folder, model, this::reveal, () -> StudioOpener.open(getSite().getPage(), this));
    createSourcePage();
    new PageSwitching(folder, getSite(), this::setFocus);
    folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> pageChosen()));
    folder.setSelection(pageAtStart());
    observe();
    pageChosen();
  }

  /** The page that was in front when the window was closed. */
  private int pageAtStart() {
    Integer page = remembered == null ? null : remembered.getInteger(PAGE);
    return page == null ? 0 : Math.clamp(page, 0, folder.getItemCount() - 1);
  }

  @Override
  public void restoreState(IMemento state) {
    super.restoreState(state);
    remembered = state;
  }

  @Override
  public void saveState(IMemento state) {
    super.saveState(state);
    state.putInteger(PAGE, folder.getSelectionIndex());
  }

  private void createSourcePage() {
    source = new CTabItem(folder, SWT.NONE);
    source.setText(org.archipelago.ui.workbench.editor.form.Messages.Page_source);
    Composite text = new Composite(folder, SWT.NONE);
    text.setLayout(new FillLayout());
    source.setControl(text);
    super.createPartControl(text);
  }

  private void pageChosen() {
    model.typing().flush();
    forms.selected();
    PageActions.use(this);
  }

  /** Whether the page in front is the text, and not a form. */
  public boolean isSourceShown() {
    return folder == null || folder.getSelection() == source;
  }

  /** Brings a page to the front: a form by its title, else the source. */
  public void showPage(String title) {
    CTabItem chosen = source;
    for (CTabItem item : folder.getItems()) {
      if (item.getText().equals(title)) {
        chosen = item;
      }
    }
    folder.setSelection(chosen);
    pageChosen();
  }

  @Override
  public void setFocus() {
    if (isSourceShown() || !forms.setFocus()) {
      super.setFocus();
    }
  }

  @Override
  protected void createActions() {
    super.createActions();
    IAction complete =
        new TextOperationAction(
            ResourceBundle.getBundle("org.archipelago.ui.workbench.messages"),
            "Editor_complete_",
            this,
            ISourceViewer.CONTENTASSIST_PROPOSALS);
    complete.setActionDefinitionId(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
    setAction("ContentAssistProposal", complete);
  }

  @Override
  protected IVerticalRuler createVerticalRuler() {
    return EditorRuler.withLineNumbers();
  }

  @Override
  protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
    MistakeViewer viewer = new MistakeViewer(parent, ruler, styles);
    StyledText widget = viewer.getTextWidget();
    widget.setWordWrap(true);
    widget.setLeftMargin(6);
    CursorLinePainter currentLine = new CursorLinePainter(viewer);
    viewer.addPainter(currentLine);
    Runnable colours = () -> {
      currentLine.setHighlightColor(Palette.CURRENT_LINE.on(widget));
      viewer.colour();
      ((ExperimentViewerConfiguration) getSourceViewerConfiguration()).colour(viewer);
      EditorRuler.colour(ruler, widget);
    };
    colours.run();
    ThemeChanges.onChange(widget, colours);
    return viewer;
  }

  @Override
  protected void doSetInput(IEditorInput input) throws CoreException {
    if (verdict != null && getEditorInput() != null) {
      getSite().getService(ProblemList.class).closed(input());
    }
    super.doSetInput(input);
    if (verdict != null) {
      observe();
    }
  }

  /** The text as it stands, saved or not, with what is still being typed. */
  public String text() {
    model.typing().flush();
    return document().get();
  }

  /** Sets a field as if it were typed into its form: one step to undo. */
  public void set(String path, Object value) {
    model.typing().flush();
    model.set(path, value);
  }

  /** What the file says at a field; nothing where it leaves that out, or can't be read. */
  public Optional<String> value(String path) {
    return model.value(path).map(Object::toString);
  }

  /** Chooses a component with one of its parameters, as if it were done on its form. */
  public void choose(String path, String id, String parameter, Object value) {
    model.choose(path, id);
    set(path + "." + parameter, value);
  }

  /** What is edited. */
  public ExperimentInput input() {
    return (ExperimentInput) getEditorInput();
  }

  /** A file that is gone can be saved, whether it was changed or not. */
  @Override
  public boolean isDirty() {
    return super.isDirty() || outside != null && outside.isGone();
  }

  void dirtyChanged() {
    firePropertyChange(PROP_DIRTY);
  }

  /** Saves what is shown, whatever it is. */
  void save() {
    getSite().getPage().saveEditor(this, false);
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    model.typing().flush();
    if (!(getEditorInput() instanceof FileInput input)) {
      saveCopy();
    } else if (outside.maySave(input)) {
      super.doSave(monitor);
      if (input.exists()) {
        outside.saved();
      }
      getSite().getService(Workspace.class).changed();
    } else {
      monitor.setCanceled(true);
    }
  }

  /** Somebody else has changed the file, or removed it. */
  @Override
  protected void handleEditorInputChanged() {
    if (getEditorInput() instanceof FileInput input) {
      model.typing().flush();
      outside.follow(input);
    }
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  /** Keeps what is shown as a new file among the user's own experiments, and goes on editing that. */
  public void saveCopy() {
    model.typing().flush();
    Workspace workspace = getSite().getService(Workspace.class);
    FileInput copy = new FileInput(workspace.newExperimentFile(input().fileName()));
    try {
      getDocumentProvider().saveDocument(null, copy, document(), true);
      StyledText widget = getSourceViewer().getTextWidget();
      int cursor = widget.getCaretOffset();
      int top = widget.getTopIndex();
      setInput(copy);
      widget.setCaretOffset(cursor);
      widget.setTopIndex(top);
    } catch (CoreException e) {
      ErrorDialog.openError(
          getSite().getShell(), Messages.Editor_saveTitle, null, e.getStatus());
    }
    workspace.changed();
  }

  /** Puts the cursor at the problem's line. */
  public void reveal(Problem problem) {
    showPage(source.getText());
    selectAndReveal(MistakeMarks.position(document(), problem).getOffset(), 0);
    setFocus();
  }

  /** Puts the cursor into the field that the problem is about, if the page in front is a form; else at its line. */
  public void revealField(Problem problem) {
    if (isSourceShown() || !forms.reveal(problem)) {
      reveal(problem);
    }
  }

  /** Shows what was found wrong, or what the run would be like. */
  public void show(ReadResult result) {
    verdict.show(result);
  }

  /** Marks what was found wrong, or makes little sense, in the text and on the forms. */
  void mark(ReadResult result) {
    getSite().getService(ProblemList.class).show(input(), result.findings());
    forms.show(result);
    IAnnotationModel marked = getDocumentProvider().getAnnotationModel(getEditorInput());
    MistakeMarks.replace((AnnotationModel) marked, document(), result.findings());
  }

  private void observe() {
    if (observed != null) {
      observed.removeDocumentListener(onChange);
    }
    observed = document();
    observed.addDocumentListener(onChange);
    verdict.note(getEditorInput() instanceof SampleInput ? Messages.Editor_sampleNote : "");
    if (getEditorInput() instanceof FileInput input) {
      outside.watch(input, this::fileChanged);
    }
    changed();
  }

  /** While what was changed here lies behind other editors, a change outside can wait. */
  private void fileChanged() {
    boolean disposed = verdict == null;
    if (!disposed && (!isDirty() || getSite().getPage().getActivePart() == this)) {
      safelySanityCheckState(getEditorInput());
    }
  }

  private void changed() {
    forms.refresh();
    verdict.request();
  }

  private Catalog catalog() {
    return getSite().getService(Workspace.class).catalog();
  }

  IDocument document() {
    return getDocumentProvider().getDocument(getEditorInput());
  }

  @Override
  public void dispose() {
    if (observed != null) {
      observed.removeDocumentListener(onChange);
    }
    if (verdict != null) {
      outside.stop();
      verdict.cancel();
      verdict = null;
      getSite().getService(ProblemList.class).closed(input());
    }
    super.dispose();
  }
}
