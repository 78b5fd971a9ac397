package org.archipelago.app.about;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class AboutMessages extends NLS {

  public static String close;
  public static String column_component;
  public static String column_licence;
  public static String column_version;
  public static String components;
  public static String copy;
  public static String fact_build;
  public static String fact_cores;
  public static String fact_java;
  public static String fact_kernels;
  public static String fact_log;
  public static String fact_memory;
  public static String fact_memoryUsed;
  public static String fact_system;
  public static String fact_version;
  public static String fact_workspace;
  public static String licence;
  public static String log_empty;
  public static String log_failed;
  public static String log_reading;
  public static String log_reveal;
  public static String log_title;
  public static String openLicence;
  public static String title;

  static {
    NLS.initializeMessages("org.archipelago.app.about.messages", AboutMessages.class);
  }

  private AboutMessages() {}
}
