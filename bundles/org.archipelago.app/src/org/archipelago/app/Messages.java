package org.archipelago.app;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle, by what they mean. */
public final class Messages extends NLS {

  public static String Error_close;
  public static String Error_copy;
  public static String Error_message;
  public static String Error_title;
  public static String Menu_edit;
  public static String Menu_file;
  public static String Menu_help;
  public static String Menu_showView;
  public static String Menu_window;

  public static String Workspace_inUse;
  public static String Workspace_inUseTitle;
  public static String Workspace_quit;
  public static String Workspace_tryAgain;
  public static String Workspace_unusable;
  public static String Workspace_unusableTitle;

  static {
    NLS.initializeMessages("org.archipelago.app.messages", Messages.class);
  }

  private Messages() {}
}
