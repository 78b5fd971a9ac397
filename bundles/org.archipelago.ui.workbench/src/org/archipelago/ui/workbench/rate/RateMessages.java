package org.archipelago.ui.workbench.rate;

import org.eclipse.osgi.util.NLS;

/** Texts of the learning-rate range test. */
public final class RateMessages extends NLS {

  public static String about;
  public static String again;
  public static String close;
  public static String failed;
  public static String from;
  public static String job;
  public static String noEditor;
  public static String notANumber;
  public static String nothing_advice;
  public static String nothing_title;
  public static String rate;
  public static String steps;
  public static String title;
  public static String to;
  public static String use;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.rate.messages", RateMessages.class);
  }

  private RateMessages() {}
}
