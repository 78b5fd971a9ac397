package org.archipelago.ui.workbench.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of the preference pages. */
final class PreferenceMessages extends NLS {

  public static String appearance_dark;
  public static String appearance_light;
  public static String appearance_system;
  public static String appearance_theme;
  public static String charts_smoothing;
  public static String charts_smoothingAverage;
  public static String charts_smoothingNone;
  public static String charts_smoothingNote;
  public static String general_askBeforeClosing;
  public static String general_language;
  public static String general_languageFailed;
  public static String general_languageNote;
  public static String general_languageSystem;
  public static String general_welcome;
  public static String restart_later;
  public static String restart_now;
  public static String restart_question;
  public static String restart_title;
  public static String runs_atOnce;
  public static String runs_cores;
  public static String runs_note;
  public static String runs_range;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.preferences.messages", PreferenceMessages.class);
  }

  private PreferenceMessages() {}
}
