package org.archipelago.app;

import java.io.IOException;
import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;

/** Rules for GTK itself, which knows of states that the workbench's style sheets can't name. */
final class GtkStyle {

  private static final String FILE = "org.eclipse.swt.internal.gtk.cssFile";

  private GtkStyle() {}

  /** Lets SWT load the rules when it opens the display, unless others were asked for. */
  static void install() {
    URL rules = GtkStyle.class.getResource("/css/gtk.css");
    if (!"gtk".equals(SWT.getPlatform()) || System.getProperty(FILE) != null) {
      return;
    }
    try {
      System.setProperty(FILE, FileLocator.toFileURL(rules).getPath());
    } catch (IOException e) {
      ILog.get().warn("Buttons that can't be pressed are not faded.", e);
    }
  }
}
