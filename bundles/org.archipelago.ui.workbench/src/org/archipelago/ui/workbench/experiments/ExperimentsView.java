package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.part.ViewPart;

/** Samples and the user's own experiments, each with its runs, to open, run, compare and put in order. */
public final class ExperimentsView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.workbench.experiments";

  private static final int QUIET_MILLIS = 80;
  private static final int WATCH_MILLIS = 1000;

  private final Runnable onChange = this::refresh;
  private Workspace workspace;
  private TreeLoader loader;
  private ExperimentsTree tree;
  private Job loading;
  private Job watching;
  private ViewCommands commands;

  @Override
  public void createPartControl(Composite parent) {
    HelpContext.set(parent, "experiments");
    workspace = getSite().getService(Workspace.class);
    loader = new TreeLoader(workspace, getSite().getService(RunService.class));
    tree = new ExperimentsTree(parent);
    commands = new ViewCommands(this);
    commands.attach(tree.viewer().getTree());
    tree.viewer().addOpenListener(event -> selected().stream().findFirst().ifPresent(this::open));
    tree.viewer().addSelectionChangedListener(event -> commands.update());
    commands.update();
    tree.viewer().addPostSelectionChangedListener(event -> showSelectedRuns());
    getSite().setSelectionProvider(tree.viewer());
    createJobs(parent.getDisplay());
    workspace.addListener(onChange);
    refresh();
    watching.schedule(WATCH_MILLIS);
  }

  private void createJobs(Display display) {
    loading = new Job(Messages.Experiments_loading) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        try {
          List<Node> loaded = loader.load();
          if (!display.isDisposed()) {
            display.asyncExec(() -> tree.show(loaded));
          }
          return Status.OK_STATUS;
        } catch (IOException e) {
          return Status.error(Messages.Experiments_cannotLoad, e);
        }
      }
    };
    loading.setSystem(true);
    WorkspaceWatch watch = new WorkspaceWatch(workspace);
    watching = Job.createSystem(Messages.Experiments_loading, monitor -> {
      if (watch.hasChanged() || loader.anyGoingOn()) {
        refresh();
      }
      watching.schedule(WATCH_MILLIS);
      return Status.OK_STATUS;
    });
  }

  /** Shows the tree as it is on the disk, soon. */
  void refresh() {
    loading.schedule(QUIET_MILLIS);
  }

  /** Selects an experiment as soon as it is in the tree. */
  void selectWhenThere(Path file) {
    tree.selectWhenThere(file);
    refresh();
  }

  /** Whether what is selected can be run. */
  boolean canRun() {
    return NodeRunner.canRun(selected());
  }

  /** Runs what is selected. */
  void run() {
    commands.runner().run(selected());
  }

  /** Makes a new experiment. */
  void create() {
    commands.create();
  }

  void open(Node node) {
    if (node instanceof GroupNode) {
      tree.toggle(node);
    } else {
      commands.opener().open(node);
    }
  }

  /** A run that is selected is shown, and several are compared. */
  private void showSelectedRuns() {
    List<Node> selected = selected();
    List<RunNode> runs =
        selected.stream().filter(RunNode.class::isInstance).map(RunNode.class::cast).toList();
    boolean tooMany = runs.size() > ShownRun.MOST;
    getViewSite().getActionBars().getStatusLineManager()
        .setMessage(tooMany ? NLS.bind(Messages.Compare_most, ShownRun.MOST, runs.size()) : null);
    if (runs.size() > 1) {
      commands.opener().compare(runs);
    } else if (selected.size() == 1 && NodeOpener.showsARun(selected.getFirst())) {
      commands.opener().open(selected.getFirst());
    }
  }

  /** What is selected, from top to bottom. */
  List<Node> selected() {
    return tree.selected();
  }

  @Override
  public void setFocus() {
    tree.viewer().getControl().setFocus();
  }

  @Override
  public void dispose() {
    workspace.removeListener(onChange);
    loading.cancel();
    watching.cancel();
    super.dispose();
  }
}
