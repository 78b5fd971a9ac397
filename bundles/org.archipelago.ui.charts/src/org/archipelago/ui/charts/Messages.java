package org.archipelago.ui.charts;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle. */
final class Messages extends NLS {

  public static String Chart_at;
  public static String Chart_cannotSave;
  public static String Chart_copy;
  public static String Chart_saveAsPng;
  public static String Chart_saveAsSvg;
  public static String Chart_saveTitle;

  static {
    NLS.initializeMessages("org.archipelago.ui.charts.messages", Messages.class);
  }

  private Messages() {}
}
