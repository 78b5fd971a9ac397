package org.archipelago.ui.workbench.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What the workbench asks its preferences for, as they are now. */
public final class Settings {

  static final String WELCOME_AT_START = "welcomeAtStart";
  static final String ASK_BEFORE_CLOSING = "askBeforeClosing";
  static final String CORES = "run.cores";
  static final String RUNS_AT_ONCE = "run.atOnce";

  private static final IPreferenceStore STORE =
      new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.archipelago.ui.workbench");

  private Settings() {}

  static IPreferenceStore store() {
    return STORE;
  }

  static void initialise(IPreferenceStore store) {
    store.setDefault(WELCOME_AT_START, true);
    store.setDefault(ASK_BEFORE_CLOSING, true);
    store.setDefault(CORES, allCores());
    store.setDefault(RUNS_AT_ONCE, 2);
  }

  /** Whether the Welcome page is shown where no experiment is open. */
  public static boolean isWelcomeShownAtStart() {
    return STORE.getBoolean(WELCOME_AT_START);
  }

  /** Sets whether the Welcome page is shown where no experiment is open. */
  public static void showWelcomeAtStart(boolean show) {
    STORE.setValue(WELCOME_AT_START, show);
  }

  /** Whether closing the window while runs are under way is asked about. */
  public static boolean isClosingAskedAbout() {
    return STORE.getBoolean(ASK_BEFORE_CLOSING);
  }

  /** Threads that all runs together may use; a workspace may come from a machine with more cores. */
  public static int cores() {
    return Math.max(1, Math.min(STORE.getInt(CORES), allCores()));
  }

  /** Runs that may be at work at the same time. */
  public static int runsAtOnce() {
    return Math.max(1, STORE.getInt(RUNS_AT_ONCE));
  }

  static int allCores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Calls back whenever one of them is changed. */
  public static void onChange(Runnable listener) {
    STORE.addPropertyChangeListener(event -> listener.run());
  }
}
