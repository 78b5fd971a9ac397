package org.archipelago.ui.workbench.experiments;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.operations.UndoRedoActionGroup;

/** The Experiments view's menu, buttons and keys. */
final class ViewCommands {

  private static final String CONTEXT = "org.archipelago.ui.workbench.experimentsContext";
  private static final String DUPLICATE = "org.archipelago.ui.workbench.duplicate";
  private static final String REVEAL = "org.archipelago.ui.workbench.reveal";

  private final ExperimentsView view;
  private final NodeOpener opener;
  private final NodeRunner runner;
  private final NodeChanges changes;
  private final Action create;
  private final Action open;
  private final Action run;
  private final Action studio;
  private final Action duplicate;
  private final Action rename;
  private final Action delete;
  private final Action reveal;
  private final Action refresh;

  ViewCommands(ExperimentsView view) {
    this.view = view;
    IUndoContext undo = new ObjectUndoContext(view);
    opener = new NodeOpener(view.getSite().getPage());
    runner = new NodeRunner(view.getSite().getPage(), opener);
    changes = new NodeChanges(view.getSite().getPage(), opener, undo);
    create = command(Messages.Experiments_new, this::create);
    create.setImageDescriptor(Icons.EXPERIMENT.descriptor());
    create.setToolTipText(Messages.Experiments_newToolTip);
    create.setActionDefinitionId(NewExperimentHandler.COMMAND);
    open = one(Messages.Experiments_open, NodeOpener::canOpen, view::open);
    run = command(Messages.Experiments_run, () -> runner.run(view.selected()));
    run.setImageDescriptor(Icons.RUN.descriptor());
    run.setActionDefinitionId(RunHandler.COMMAND);
    studio = one(Messages.Experiments_studio, Node::isExperiment, opener::openStudio);
    studio.setImageDescriptor(Icons.PARTITION.descriptor());
    duplicate = one(Messages.Experiments_duplicate, NodeChanges::canDuplicate,
        node -> changes.duplicate(node).ifPresent(view::selectWhenThere));
    duplicate.setActionDefinitionId(DUPLICATE);
    rename = one(Messages.Experiments_rename, FileNode.class::isInstance,
        node -> changes.rename((FileNode) node));
    rename.setActionDefinitionId(ActionFactory.RENAME.getCommandId());
    delete = command(Messages.Experiments_delete, () -> changes.delete(view.selected()));
    delete.setActionDefinitionId(ActionFactory.DELETE.getCommandId());
    reveal = one(Messages.Experiments_reveal, NodeOpener::canReveal, opener::reveal);
    reveal.setActionDefinitionId(REVEAL);
    refresh = command(Messages.Experiments_refresh, view::refresh);
    refresh.setImageDescriptor(Icons.REFRESH.descriptor());
    refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
    IActionBars bars = view.getViewSite().getActionBars();
    new UndoRedoActionGroup(view.getSite(), undo, true).fillActionBars(bars);
    bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
    bars.setGlobalActionHandler(ActionFactory.RENAME.getId(), rename);
    bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
    bars.getToolBarManager().add(create);
    bars.getToolBarManager().add(refresh);
    IHandlerService handlers = view.getSite().getService(IHandlerService.class);
    handlers.activateHandler(DUPLICATE, new ActionHandler(duplicate));
    handlers.activateHandler(REVEAL, new ActionHandler(reveal));
    view.getSite().getService(IContextService.class).activateContext(CONTEXT);
  }

  NodeOpener opener() {
    return opener;
  }

  NodeRunner runner() {
    return runner;
  }

  void attach(Tree tree) {
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
    tree.setMenu(menu.createContextMenu(tree));
  }

  /** Lets menu and keys know what can be done with what is selected now. */
  void update() {
    List<Node> selected = view.selected();
    Optional<Node> one = selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    open.setEnabled(one.filter(NodeOpener::canOpen).isPresent());
    run.setEnabled(NodeRunner.canRun(selected));
    boolean again = !selected.isEmpty() && selected.stream().allMatch(RunNode.class::isInstance);
    run.setText(again ? Messages.Experiments_runAgain : Messages.Experiments_run);
    studio.setEnabled(one.filter(Node::isExperiment).isPresent());
    duplicate.setEnabled(one.filter(NodeChanges::canDuplicate).isPresent());
    rename.setEnabled(one.filter(FileNode.class::isInstance).isPresent());
    reveal.setEnabled(one.filter(NodeOpener::canReveal).isPresent());
    delete.setEnabled(
        !selected.isEmpty() && selected.stream().allMatch(NodeChanges::canDelete));
  }

  private void fill(IMenuManager menu) {
    update();
    List<Node> selected = view.selected();
    menu.add(create);
    menu.add(new Separator());
    if (!selected.isEmpty()) {
      menu.add(open);
      menu.add(run);
      menu.add(studio);
      menu.add(new Separator());
      menu.add(duplicate);
      menu.add(rename);
      menu.add(delete);
      menu.add(new Separator());
      menu.add(reveal);
    }
    menu.add(refresh);
  }

  void create() {
    Optional<SampleExperiment> sample =
        view.selected().stream()
            .filter(SampleNode.class::isInstance)
            .map(node -> ((SampleNode) node).sample())
            .findFirst();
    changes.create(sample).ifPresent(view::selectWhenThere);
  }

  private static Action command(String text, Runnable what) {
    return new Action(text) {
      @Override
      public void run() {
        what.run();
      }
    };
  }

  /** Something to do with the one node that is selected, if it can be done with it. */
  private Action one(String text, Predicate<Node> possible, Consumer<Node> what) {
    return command(text, () -> {
      List<Node> selected = view.selected();
      if (selected.size() == 1 && possible.test(selected.getFirst())) {
        what.accept(selected.getFirst());
      }
    });
  }
}
