package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of samples, experiments and runs. */
public final class ExperimentsPage {

  private final Tree tree;

  ExperimentsPage(Composite view) {
    tree = Ui.all(view, Tree.class).getFirst();
  }

  /** What stands under a heading. */
  public List<String> under(String heading) {
    Ui.waitUntil("the tree is filled", () -> tree.getItemCount() > 0);
    return Arrays.stream(group(heading).getItems()).map(TreeItem::getText).toList();
  }

  /** Chooses an entry of the context menu for the first entry under the heading that contains that text. */
  public void choose(String heading, String part, String command) {
    select(heading, part);
    Menu menu = tree.getMenu();
    menu.notifyListeners(SWT.Show, new Event());
    Arrays.stream(menu.getItems())
        .filter(item -> item.getText().replace("&", "").equals(command))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + command + " in the context menu"))
        .notifyListeners(SWT.Selection, new Event());
    menu.notifyListeners(SWT.Hide, new Event());
  }

  /** Opens the first entry under the heading whose text contains that. */
  public void open(String heading, String part) {
    Event event = new Event();
    event.item = select(heading, part);
    tree.notifyListeners(SWT.DefaultSelection, event);
  }

  private TreeItem select(String heading, String part) {
    TreeItem item =
        Arrays.stream(group(heading).getItems())
            .filter(candidate -> candidate.getText().contains(part))
            .findFirst()
            .orElseThrow(() -> new AssertionError(part + " is not under " + under(heading)));
    tree.setSelection(item);
    Event event = new Event();
    event.item = item;
    tree.notifyListeners(SWT.Selection, event);
    return item;
  }

  private TreeItem group(String heading) {
    return Arrays.stream(tree.getItems())
        .filter(item -> item.getText().equals(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no heading " + heading));
  }
}
