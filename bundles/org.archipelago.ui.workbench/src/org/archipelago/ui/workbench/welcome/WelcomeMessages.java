package org.archipelago.ui.workbench.welcome;

import org.eclipse.osgi.util.NLS;

/** Texts of the Welcome page. */
final class WelcomeMessages extends NLS {

  public static String atStart;
  public static String cannotOpen;
  public static String dropHint;
  public static String moreSamples;
  public static String newExperiment;
  public static String newExperimentAdvice;
  public static String noRecent;
  public static String openOnly;
  public static String recent;
  public static String runSample;
  public static String sampleAdvice;
  public static String sampleHeading;
  public static String subtitle;
  public static String tab;
  public static String title;
  public static String yours;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.welcome.messages", WelcomeMessages.class);
  }

  private WelcomeMessages() {}
}
