package org.archipelago.ui.help;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle. */
final class HelpMessages extends NLS {

  public static String back;
  public static String contents;
  public static String foundCount;
  public static String foundNothing;
  public static String foundOne;
  public static String foundPlace;
  public static String forward;
  public static String missing;
  public static String search;
  public static String windowTitle;

  static {
    NLS.initializeMessages("org.archipelago.ui.help.messages", HelpMessages.class);
  }

  private HelpMessages() {}
}
