package org.archipelago.ui.workbench.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The tree of experiments and their runs, and the filter above it. */
final class ExperimentsTree {

  private final NodeLabels labels = new NodeLabels();
  private final TreeFilter filter = new TreeFilter(labels);
  private final Set<Node> unfoldedForARun = new HashSet<>();
  private final TreeViewer tree;
  private final Text filterText;
  private final Label nothingFound;
  private List<Node> nodes = List.of();
  private List<String> shownTexts = List.of();
  private Optional<Path> toSelect = Optional.empty();
  private boolean shownBefore;

  ExperimentsTree(Composite parent) {
    GridLayoutFactory.fillDefaults().extendedMargins(0, 4, 0, 0).spacing(0, 0).applyTo(parent);
    filterText = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    nothingFound = new Label(parent, SWT.WRAP);
    tree = new TreeViewer(parent, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    fillFilter(parent);
    fillTree();
  }

  TreeViewer viewer() {
    return tree;
  }

  private void fillFilter(Composite parent) {
    filterText.setMessage(Messages.Experiments_filter);
    GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(filterText);
    filterText.addModifyListener(event -> filter());
    filterText.addListener(SWT.KeyDown, event -> {
      if (event.keyCode == SWT.ARROW_DOWN) {
        tree.getTree().setFocus();
      } else if (event.keyCode == SWT.ESC) {
        filterText.setText("");
      }
    });
    Palette.QUIET.applyTo(nothingFound);
    nothingFound.setVisible(false);
    GridDataFactory.fillDefaults().grab(true, false).indent(8, 8).hint(60, SWT.DEFAULT).exclude(true)
        .applyTo(nothingFound);
  }

  private void fillTree() {
    tree.setUseHashlookup(true);
    tree.setContentProvider(new Contents());
    tree.setLabelProvider(new Labels(labels));
    tree.addFilter(filter);
    ColumnViewerToolTipSupport.enableFor(tree, ToolTip.NO_RECREATE);
    GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(tree.getControl());
    tree.setInput(this);
  }

  /** Shows the tree as it was loaded. */
  void show(List<Node> loaded) {
    if (tree.getControl().isDisposed()) {
      return;
    }
    nodes = loaded;
    List<String> texts = new ArrayList<>();
    addTexts(nodes, texts);
    if (!texts.equals(shownTexts)) {
      shownTexts = texts;
      tree.refresh();
      unfold();
      showWhetherAnythingWasFound();
    }
    selectNew();
  }

  private void addTexts(List<Node> level, List<String> texts) {
    for (Node node : level) {
      texts.add(labels.getText(node) + "\n" + NodeLabels.details(node));
      addTexts(node.children(), texts);
    }
  }

  /** Headings at the first time, and an experiment when its first run of this session appears. */
  private void unfold() {
    if (!filter.isEmpty()) {
      tree.expandAll();
    } else if (!shownBefore) {
      tree.expandToLevel(2);
      shownBefore = true;
    }
    for (Node group : nodes) {
      for (Node experiment : group.children()) {
        if (experiment.children().stream().anyMatch(ExperimentsTree::isActive)
            && unfoldedForARun.add(experiment)) {
          tree.setExpandedState(experiment, true);
        }
      }
    }
  }

  private static boolean isActive(Node node) {
    return node instanceof Node.StartingNode || node instanceof RunNode run && !run.state().ended();
  }

  private void filter() {
    boolean wasEmpty = filter.isEmpty();
    filter.words(filterText.getText());
    if (wasEmpty && filter.isEmpty()) {
      return;
    }
    tree.getTree().setRedraw(false);
    try {
      tree.refresh();
      if (filter.isEmpty()) {
        tree.collapseAll();
        tree.expandToLevel(2);
      } else {
        tree.expandAll();
      }
    } finally {
      tree.getTree().setRedraw(true);
    }
    showWhetherAnythingWasFound();
  }

  private void showWhetherAnythingWasFound() {
    boolean nothing = !filter.isEmpty() && tree.getTree().getItemCount() == 0;
    String typed = filterText.getText().replace("&", "&&");
    nothingFound.setText(NLS.bind(Messages.Experiments_nothingFound, typed));
    nothingFound.setVisible(nothing);
    ((GridData) nothingFound.getLayoutData()).exclude = !nothing;
    nothingFound.getParent().layout(true);
  }

  private void selectNew() {
    toSelect.map(file -> new FileNode(file, List.of()))
        .filter(node -> nodes.stream().anyMatch(group -> group.children().contains(node)))
        .ifPresent(node -> {
          toSelect = Optional.empty();
          tree.setSelection(new StructuredSelection(node), true);
        });
  }

  /** Selects an experiment as soon as it is in the tree. */
  void selectWhenThere(Path file) {
    toSelect = Optional.of(file);
  }

  /** Unfolds a heading, or folds it. */
  void toggle(Node heading) {
    tree.setExpandedState(heading, !tree.getExpandedState(heading));
  }

  /** What is selected, from top to bottom. */
  List<Node> selected() {
    List<Node> selected = new ArrayList<>();
    for (Object element : tree.getStructuredSelection()) {
      selected.add((Node) element);
    }
    return selected;
  }

  private final class Contents implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return nodes.toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      return ((Node) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
      return parent(nodes, (Node) element);
    }

    private Node parent(List<Node> level, Node child) {
      for (Node node : level) {
        if (node.children().contains(child)) {
          return node;
        }
        Node deeper = parent(node.children(), child);
        if (deeper != null) {
          return deeper;
        }
      }
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return !((Node) element).children().isEmpty();
    }
  }

  private static final class Labels extends DelegatingStyledCellLabelProvider {
    Labels(NodeLabels labels) {
      super(labels);
    }

    @Override
    public String getToolTipText(Object element) {
      return NodeLabels.details((Node) element);
    }
  }
}
