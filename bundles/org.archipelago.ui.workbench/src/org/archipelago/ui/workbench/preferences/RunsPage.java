package org.archipelago.ui.workbench.preferences;

/** How much of the machine runs may use. */
public final class RunsPage extends SettingsPage {

  private static final int MOST_AT_ONCE = 100;

  public RunsPage() {
    super(Settings.store());
  }

  @Override
  protected void createFieldEditors() {
    number(Settings.CORES, PreferenceMessages.runs_cores, Settings.allCores());
    number(Settings.RUNS_AT_ONCE, PreferenceMessages.runs_atOnce, MOST_AT_ONCE);
    note(PreferenceMessages.runs_note);
  }
}
