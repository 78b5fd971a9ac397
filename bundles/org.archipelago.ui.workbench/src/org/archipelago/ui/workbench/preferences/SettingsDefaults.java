package org.archipelago.ui.workbench.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;

/** What holds as long as nothing else has been set. */
public final class SettingsDefaults extends AbstractPreferenceInitializer {

  @Override
  public void initializeDefaultPreferences() {
    Settings.initialise(Settings.store());
  }
}
