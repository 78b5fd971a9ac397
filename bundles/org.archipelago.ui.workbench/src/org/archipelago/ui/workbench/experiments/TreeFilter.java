package org.archipelago.ui.workbench.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;

/**
 * Lets through what contains all words that were typed, in whatever order and case; with it what stands
 * above and beneath it.
 */
final class TreeFilter extends ViewerFilter {

  private final NodeLabels labels;
  private List<String> words = List.of();

  TreeFilter(NodeLabels labels) {
    this.labels = labels;
  }

  void words(String text) {
    words = Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  @Override
  public boolean select(Viewer viewer, Object parent, Object element) {
    return words.isEmpty()
        || parent instanceof Node node && !(node instanceof GroupNode) && contains(node)
        || matches((Node) element);
  }

  private boolean matches(Node node) {
    return !(node instanceof GroupNode) && contains(node)
        || node.children().stream().anyMatch(this::matches);
  }

  private boolean contains(Node node) {
    String text = labels.getText(node).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
