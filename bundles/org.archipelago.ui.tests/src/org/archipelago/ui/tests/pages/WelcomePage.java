package org.archipelago.ui.tests.pages;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPage;

/** The Welcome page in front. */
public final class WelcomePage {

  private final Composite content;

  public WelcomePage(IWorkbenchPage page) {
    content = (Composite) page.getActiveEditor().getSite().getService(MPart.class).getWidget();
  }

  /** Presses a button. */
  public void press(String text) {
    Ui.all(content, Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .notifyListeners(SWT.Selection, new Event());
  }

  /** Whether a box is ticked. */
  public boolean isTicked(String text) {
    return Ui.all(content, Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no box " + text))
        .getSelection();
  }

  /** What can be followed. */
  public List<String> links() {
    return Ui.all(content, Link.class).stream().map(link -> link.getText().replaceAll("</?a>", "")).toList();
  }

  /** Follows a link. */
  public void follow(String text) {
    Ui.all(content, Link.class).stream()
        .filter(link -> link.getText().contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no link " + text + " in " + links()))
        .notifyListeners(SWT.Selection, new Event());
  }
}
