package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.archipelago.ui.workbench.run.RunService;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/** Samples, the user's own experiments, and runs, to open, to run and to delete. */
public final class ExperimentsView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.workbench.experiments";

  private static final int QUIET_MILLIS = 80;

  private final Runnable onChange = this::refresh;
  private Workspace workspace;
  private TreeLoader loader;
  private TreeViewer tree;
  private Job loading;
  private NodeActions actions;
  private boolean shownBefore;

  @Override
  public void createPartControl(Composite parent) {
    workspace = getSite().getService(Workspace.class);
    loader = new TreeLoader(workspace, getSite().getService(RunService.class));
    tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    tree.setContentProvider(new Contents());
    tree.setLabelProvider(new Labels());
    ColumnViewerToolTipSupport.enableFor(tree, ToolTip.NO_RECREATE);
    actions = new NodeActions(getSite().getPage());
    tree.addOpenListener(event -> selected().ifPresent(this::open));
    getSite().setSelectionProvider(tree);
    createActions();
    loading = createLoading(parent.getDisplay());
    workspace.addListener(onChange);
    refresh();
  }

  private void createActions() {
    IAction open = action(Messages.Experiments_open, null, actions::open);
    IAction run = action(Messages.Experiments_run, Icons.RUN, actions::run);
    IAction delete = action(Messages.Experiments_delete, null, actions::delete);
    Action refresh = new Action(Messages.Experiments_refresh, Icons.REFRESH.descriptor()) {
      @Override
      public void run() {
        refresh();
      }
    };
    getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
    getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
    getViewSite().getActionBars().getToolBarManager().add(refresh);
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(manager -> {
      selected().ifPresent(node -> {
        open.setEnabled(actions.canOpen(node));
        run.setEnabled(actions.canRun(node));
        delete.setEnabled(actions.canDelete(node));
        manager.add(open);
        manager.add(run);
        manager.add(new Separator());
        manager.add(delete);
        manager.add(new Separator());
      });
      manager.add(refresh);
    });
    tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
  }

  private IAction action(String text, Icons icon, Consumer<Node> what) {
    return new Action(text, icon == null ? null : icon.descriptor()) {
      @Override
      public void run() {
        selected().ifPresent(what);
      }
    };
  }

  private void open(Node node) {
    if (node instanceof GroupNode) {
      tree.setExpandedState(node, !tree.getExpandedState(node));
    } else {
      actions.open(node);
    }
  }

  /** What is selected, if anything is. */
  public Optional<Node> selected() {
    IStructuredSelection selection = tree.getStructuredSelection();
    return Optional.ofNullable((Node) selection.getFirstElement());
  }

  private Job createLoading(Display display) {
    Job job = new Job(Messages.Experiments_loading) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        try {
          List<Node> nodes = loader.load();
          if (!display.isDisposed()) {
            display.asyncExec(() -> show(nodes));
          }
          return Status.OK_STATUS;
        } catch (IOException e) {
          return Status.error(Messages.Experiments_cannotLoad, e);
        }
      }
    };
    job.setSystem(true);
    return job;
  }

  private void refresh() {
    loading.schedule(QUIET_MILLIS);
  }

  private void show(List<Node> nodes) {
    if (tree.getControl().isDisposed()) {
      return;
    }
    Object[] expanded = tree.getExpandedElements();
    tree.setInput(nodes);
    if (shownBefore) {
      tree.setExpandedElements(expanded);
    } else {
      tree.expandAll();
      shownBefore = true;
    }
  }

  @Override
  public void setFocus() {
    tree.getControl().setFocus();
  }

  @Override
  public void dispose() {
    workspace.removeListener(onChange);
    loading.cancel();
    super.dispose();
  }

  private static final class Contents implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      return parent instanceof GroupNode group ? group.children().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return element instanceof GroupNode;
    }
  }

  private static final class Labels extends DelegatingStyledCellLabelProvider {
    Labels() {
      super(new NodeLabels());
    }

    @Override
    public String getToolTipText(Object element) {
      return NodeLabels.details((Node) element);
    }
  }
}
