package org.archipelago.ui.workbench;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** Says which page of the help explains a control and what is in it, so that F1 leads there. */
public final class HelpContext {

  private HelpContext() {}

  /** @param id as in {@code contexts.xml} of the help's bundle */
  public static void set(Control control, String id) {
    PlatformUI.getWorkbench().getHelpSystem().setHelp(control, "org.archipelago.ui.workbench." + id);
  }
}
