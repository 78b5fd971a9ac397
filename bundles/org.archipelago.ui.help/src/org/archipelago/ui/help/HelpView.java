package org.archipelago.ui.help;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The help as a view. */
public final class HelpView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.help.view";

  private HelpPane pane;

  @Override
  public void createPartControl(Composite parent) {
    pane = new HelpPane(parent);
  }

  /** Shows a page, from a heading on where the link names one. */
  public void open(String link) {
    pane.open(link);
  }

  @Override
  public void setFocus() {
    pane.setFocus();
  }
}
