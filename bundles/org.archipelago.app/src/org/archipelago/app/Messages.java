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

  static {
    NLS.initializeMessages("org.archipelago.app.messages", Messages.class);
  }

  private Messages() {}
}
