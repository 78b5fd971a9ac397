package org.archipelago.ui.workbench.preferences;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Light, dark, or as the system is. It is kept where the platform looks for its theme when it starts; where
 * nothing is kept the platform asks the system.
 */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK;

  private static final String LIGHT_THEME = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK_THEME = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final String KEY = "themeid";

  /** The one chosen. */
  public static Appearance chosen() {
    String theme = node().get(KEY, "");
    if (theme.isEmpty()) {
      return SYSTEM;
    }
    return theme.contains("dark") ? DARK : LIGHT;
  }

  /** Whether the theme in use is dark. */
  public static boolean isDarkNow() {
    return engine().getActiveTheme().getId().contains("dark");
  }

  /** Keeps the choice and restyles all windows. Call it on the UI thread. */
  public void choose() {
    boolean dark = this == SYSTEM ? Display.isSystemDarkTheme() : this == DARK;
    engine().setTheme(dark ? DARK_THEME : LIGHT_THEME, this != SYSTEM);
    if (this == SYSTEM) {
      node().remove(KEY);
    }
    try {
      node().flush();
    } catch (BackingStoreException e) {
      ILog.get().error(e.getMessage(), e);
    }
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme");
  }

  private static IThemeEngine engine() {
    return PlatformUI.getWorkbench().getService(IThemeEngine.class);
  }
}
