package org.archipelago.ui.workbench.problems;

import org.eclipse.osgi.util.NLS;

/** Texts of the Problems view. */
final class ProblemMessages extends NLS {

  public static String advice;
  public static String column_field;
  public static String column_file;
  public static String column_line;
  public static String column_message;
  public static String none;
  public static String reading;
  public static String title;
  public static String titleCount;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.problems.messages", ProblemMessages.class);
  }

  private ProblemMessages() {}
}
