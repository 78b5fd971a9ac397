package org.archipelago.ui.workbench.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RunControl;
import org.archipelago.partition.Manifest;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.PageSwitching;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.archipelago.ui.workbench.partition.StudioLoading.Loaded;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/** The partition studio: a partition seen, painted, dealt by rule and solved for goals, kept as a manifest. */
public final class StudioEditor extends EditorPart {

  /** The editor's id. */
  public static final String ID = "org.archipelago.ui.workbench.partitionStudio";

  private final List<StudioPage> pages = new ArrayList<>();
  private Composite parent;
  private CTabFolder folder;
  private Optional<StudioModel> model = Optional.empty();
  private Job loading;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  public StudioInput input() {
    return (StudioInput) getEditorInput();
  }

  /** What is worked on; nothing while data is being read. */
  public Optional<StudioModel> model() {
    return model;
  }

  /** The page of the matrix; nothing while data is being read. */
  public Optional<MatrixPage> matrix() {
    return pages.stream().filter(MatrixPage.class::isInstance).map(MatrixPage.class::cast).findFirst();
  }

  @Override
  public void createPartControl(Composite composite) {
    parent = composite;
    parent.setLayout(new FillLayout());
    HelpContext.set(parent, "studio");
    load();
  }

  private void load() {
    String name = input().origin().map(StudioInput.Origin::fileName).orElse(input().getName());
    say(NLS.bind(StudioMessages.editor_loading, name), "");
    Display display = parent.getDisplay();
    Workspace workspace = getSite().getService(Workspace.class);
    loading = new Job(NLS.bind(StudioMessages.editor_loadingJob, name)) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        return StudioEditor.this.load(monitor, workspace, display);
      }
    };
    loading.schedule();
  }

  private IStatus load(IProgressMonitor monitor, Workspace workspace, Display display) {
    monitor.beginTask(input().getName(), IProgressMonitor.UNKNOWN);
    RunControl stop = new RunControl();
    StudioLoading work = new StudioLoading(workspace, (what, done, total) -> {
      monitor.subTask(what);
      if (monitor.isCanceled()) {
        stop.stop();
        stop.checkpoint();
      }
    });
    try {
      Loaded loaded = work.load(input());
      later(display, () -> show(loaded));
    } catch (RunControl.StoppedException e) {
      later(display, () -> say(StudioMessages.editor_notOpened, StudioMessages.editor_cancelled));
      return Status.CANCEL_STATUS;
    } catch (InvalidInputException | IOException e) {
      later(display, () -> say(StudioMessages.editor_notOpened, e.getLocalizedMessage()));
    } catch (RuntimeException | OutOfMemoryError e) {
      ILog.of(StudioEditor.class).error(loading.getName(), e);
      later(display, () -> say(StudioMessages.editor_notOpened, String.valueOf(e.getLocalizedMessage())));
    }
    return Status.OK_STATUS;
  }

  private void later(Display display, Runnable what) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (!parent.isDisposed()) {
          what.run();
        }
      });
    }
  }

  private void say(String title, String advice) {
    clear();
    new EmptyState(parent, title, Layouts.escaped(advice));
    parent.layout(true, true);
  }

  private void clear() {
    for (Control child : parent.getChildren()) {
      child.dispose();
    }
  }

  private void show(Loaded loaded) {
    clear();
    boolean onDisk = input().origin().isEmpty() && loaded.notes().isEmpty();
    StudioModel fresh =
        new StudioModel(loaded.history(), getSite().getService(Workspace.class)::catalog, onDisk);
    model = Optional.of(fresh);
    Composite body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
    NotesBanner banner = new NotesBanner(body);
    folder = new CTabFolder(body, SWT.BOTTOM | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
    add(new MatrixPage(folder, fresh, loaded.experiment()));
    add(new GoalsPage(folder, fresh, () -> showPage(StudioMessages.page_matrix)));
    add(new SiloPage(folder, fresh));
    add(new HistoryPage(folder, fresh));
    new SaidLine(body, fresh);
    folder.setSelection(0);
    folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> pageChosen()));
    new PageSwitching(folder, getSite(), this::setFocus);
    fresh.onChange(this::changed);
    parent.layout(true, true);
    banner.show(loaded.notes());
    pageChosen();
    changed();
  }

  private void add(StudioPage page) {
    pages.add(page);
    CTabItem item = new CTabItem(folder, SWT.NONE);
    item.setText(page.title());
    item.setControl(page.control());
  }

  private void pageChosen() {
    pages.get(folder.getSelectionIndex()).show();
    if (getSite().getPage().getActivePart() == this) {
      setFocus();
    }
  }

  private void changed() {
    firePropertyChange(PROP_DIRTY);
    if (getEditorSite().getActionBarContributor() instanceof StudioActions actions) {
      actions.update(this);
    }
  }

  /** Brings a page to the front by its title. */
  public void showPage(String title) {
    for (CTabItem item : folder.getItems()) {
      if (item.getText().equals(title)) {
        folder.setSelection(item);
        pageChosen();
      }
    }
  }

  @Override
  public void setFocus() {
    if (folder == null) {
      parent.setFocus();
    } else {
      pages.get(folder.getSelectionIndex()).setFocus();
    }
  }

  /** What was never saved can be, though nothing was done by hand. */
  @Override
  public boolean isDirty() {
    return model.filter(StudioModel::canBeSaved).isPresent();
  }

  /** Nobody is asked about what was only looked at. */
  @Override
  public boolean isSaveOnCloseNeeded() {
    return model.filter(StudioModel::isDirty).isPresent();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    StudioModel saved = model.orElseThrow();
    Path file = input().file();
    try {
      Files.createDirectories(file.getParent());
      Manifest.of(saved.current(), saved.recipe()).write(file);
    } catch (IOException e) {
      monitor.setCanceled(true);
      ErrorDialog.openError(
          getSite().getShell(),
          StudioMessages.editor_title,
          NLS.bind(StudioMessages.editor_cannotSave, input().getName(), e.getLocalizedMessage()),
          Status.error(e.getLocalizedMessage(), e));
      return;
    }
    saved.saved(NLS.bind(StudioMessages.editor_saved, input().getName()));
    getSite().getService(Workspace.class).changed();
    input().origin().ifPresent(origin -> StudioUse.offer(getSite().getPage(), origin, file));
  }

  @Override
  public void doSaveAs() {
    throw new UnsupportedOperationException("saving under another name is not offered");
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public void dispose() {
    if (loading != null) {
      loading.cancel();
    }
    pages.forEach(StudioPage::dispose);
    super.dispose();
  }
}
