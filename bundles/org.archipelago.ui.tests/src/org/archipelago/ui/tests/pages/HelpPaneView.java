package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.ui.help.HelpPane;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The help, in its view or beside a dialog. */
public final class HelpPaneView {

  private final HelpPane pane;

  public HelpPaneView(Composite parent) {
    pane = Ui.all(parent, HelpPane.class).getFirst();
  }

  /** The one in a window of its own, beside a dialog, once it is open. */
  public static HelpPaneView beside(Shell dialog) {
    Ui.waitUntil("help beside " + dialog.getText(), () -> window(dialog).isPresent());
    return new HelpPaneView(window(dialog).orElseThrow());
  }

  private static Optional<Shell> window(Shell dialog) {
    return Arrays.stream(dialog.getShells())
        .filter(shell -> !Ui.all(shell, HelpPane.class).isEmpty())
        .findFirst();
  }

  /** What stands first in sight. */
  public String top() {
    StyledText text = page();
    int line = 0;
    while (text.getLinePixel(line) < 0) {
      line++;
    }
    return text.getLine(line);
  }

  public String text() {
    return page().getText();
  }

  /** The links of the page. */
  public List<String> links() {
    List<String> links = new ArrayList<>();
    for (StyleRange range : page().getStyleRanges()) {
      if (range.underline) {
        links.add(page().getText(range.start, range.start + range.length - 1));
      }
    }
    return links;
  }

  /** Goes to a link with Tab and follows it with Enter. */
  public void follow(String link) {
    StyledText text = page();
    text.setSelection(0);
    do {
      Event tab = new Event();
      tab.detail = SWT.TRAVERSE_TAB_NEXT;
      tab.doit = true;
      text.notifyListeners(SWT.Traverse, tab);
      if (tab.doit) {
        throw new AssertionError("no link " + link + " among " + links());
      }
    } while (!text.getSelectionText().contains(link));
    Event enter = new Event();
    enter.keyCode = SWT.CR;
    enter.character = SWT.CR;
    enter.doit = true;
    text.notifyListeners(SWT.KeyDown, enter);
  }

  /** Number of pictures that are shown. */
  public long pictures() {
    return Arrays.stream(page().getStyleRanges()).filter(range -> range.metrics != null).count();
  }

  /** Presses a button above the page, by the beginning of its tip. */
  public void press(String tip) {
    item(tip).notifyListeners(SWT.Selection, new Event());
  }

  public boolean isEnabled(String tip) {
    return item(tip).isEnabled();
  }

  public void search(String words) {
    Text field = Ui.all(pane, Text.class).getFirst();
    field.setText(words);
    field.notifyListeners(SWT.DefaultSelection, new Event());
  }

  private ToolItem item(String tip) {
    return Arrays.stream(Ui.all(pane, ToolBar.class).getFirst().getItems())
        .filter(item -> item.getToolTipText().startsWith(tip))
        .findFirst()
        .orElseThrow();
  }

  private StyledText page() {
    return Ui.all(pane, StyledText.class).getFirst();
  }

  /** Presses F1 in a control, or in the first that is in it. */
  public static void pressF1(Control control) {
    Control focused = control;
    while (focused instanceof Composite composite && composite.getChildren().length > 0) {
      focused = composite.getChildren()[0];
    }
    Event key = new Event();
    key.keyCode = SWT.F1;
    focused.notifyListeners(SWT.KeyDown, key);
  }
}
