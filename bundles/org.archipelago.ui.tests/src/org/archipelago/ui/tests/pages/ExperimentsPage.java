package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of samples, experiments and their runs. */
public final class ExperimentsPage {

  private final Tree tree;
  private final Text filter;
  private final Composite view;

  ExperimentsPage(Composite view) {
    this.view = view;
    tree = Ui.all(view, Tree.class).getFirst();
    filter = Ui.all(view, Text.class).getFirst();
  }

  /** What stands directly under a heading. */
  public List<String> under(String heading) {
    Ui.waitUntil("the tree is filled", () -> tree.getItemCount() > 0);
    return texts(group(heading));
  }

  /** The headings that can be seen. */
  public List<String> headings() {
    return Arrays.stream(tree.getItems()).map(TreeItem::getText).toList();
  }

  /** The runs under the experiment whose text contains that, from top to bottom; it is unfolded. */
  public List<String> runs(String heading, String experiment) {
    return texts(unfolded(find(group(heading), experiment)));
  }

  /** Everything that the view says beside its tree. */
  public List<String> notes() {
    return Ui.texts(view);
  }

  /** Types into the filter. */
  public void filter(String text) {
    filter.setText(text);
  }

  /** Chooses an entry of the context menu for the first entry under the heading that contains that text. */
  public void choose(String heading, String part, String command) {
    select(find(group(heading), part));
    chooseFor(command);
  }

  /** Chooses an entry of the context menu for a run, from 0, of an experiment. */
  public void chooseForRun(String heading, String experiment, int run, String command) {
    selectRuns(heading, experiment, run);
    chooseFor(command);
  }

  private void chooseFor(String command) {
    Menu menu = tree.getMenu();
    menu.notifyListeners(SWT.Show, new Event());
    Arrays.stream(menu.getItems())
        .filter(item -> item.getText().replace("&", "").replaceFirst("\t.*", "").equals(command))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + command + " in the context menu"))
        .notifyListeners(SWT.Selection, new Event());
    menu.notifyListeners(SWT.Hide, new Event());
  }

  /** Opens the first entry under the heading whose text contains that. */
  public void open(String heading, String part) {
    Event event = new Event();
    event.item = select(find(group(heading), part));
    tree.notifyListeners(SWT.DefaultSelection, event);
  }

  /** Selects experiments. */
  public void select(String heading, String... parts) {
    TreeItem group = group(heading);
    select(Arrays.stream(parts).map(part -> find(group, part)).toArray(TreeItem[]::new));
  }

  /** Selects a heading. */
  public void selectHeading(String heading) {
    select(group(heading));
  }

  /** Selects runs, from 0, of an experiment. */
  public void selectRuns(String heading, String experiment, int... runs) {
    TreeItem item = unfolded(find(group(heading), experiment));
    select(Arrays.stream(runs).mapToObj(item::getItem).toArray(TreeItem[]::new));
  }

  /** What is selected. */
  public List<String> selected() {
    return Arrays.stream(tree.getSelection()).map(TreeItem::getText).toList();
  }

  private TreeItem select(TreeItem... items) {
    tree.setFocus();
    tree.setSelection(items);
    Event event = new Event();
    event.item = items[0];
    tree.notifyListeners(SWT.Selection, event);
    return items[0];
  }

  private TreeItem unfolded(TreeItem item) {
    if (!item.getExpanded()) {
      Event event = new Event();
      event.item = item;
      tree.notifyListeners(SWT.Expand, event);
      item.setExpanded(true);
    }
    return item;
  }

  private static List<String> texts(TreeItem parent) {
    return Arrays.stream(parent.getItems()).map(TreeItem::getText).toList();
  }

  private TreeItem find(TreeItem parent, String part) {
    return Arrays.stream(parent.getItems())
        .filter(candidate -> candidate.getText().contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " is not under " + texts(parent)));
  }

  private TreeItem group(String heading) {
    return unfolded(
        Arrays.stream(tree.getItems())
            .filter(item -> item.getText().equals(heading))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no heading " + heading + " among " + headings())));
  }
}
