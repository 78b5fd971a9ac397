package org.archipelago.ui.workbench.preferences;

import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
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

  /** Names the theme to begin with where nothing was chosen; call it before the workbench is made. */
  public static void begin() {
    System.setProperty("cssTheme", SystemTheme.isDark() ? DARK_THEME : LIGHT_THEME);
  }

  /** Keeps the choice, and restyles all windows as soon as the system's own colours are there. */
  public void choose() {
    boolean dark = this == SYSTEM ? SystemTheme.isDark() : this == DARK;
    String theme = dark ? DARK_THEME : LIGHT_THEME;
    if (this == SYSTEM) {
      node().remove(KEY);
    } else {
      node().put(KEY, theme);
    }
    try {
      node().flush();
    } catch (BackingStoreException e) {
      ILog.get().error(e.getMessage(), e);
    }
    if (dark == isDarkNow() || !GtkTheme.isThere()) {
      engine().setTheme(theme, false);
    } else {
      once(SWT.Settings, () -> {
        ThemeChanges.prepare(Display.getCurrent());
        engine().setTheme(theme, false);
      });
      GtkTheme.prefer(dark);
    }
  }

  private static void once(int event, Runnable action) {
    Display display = Display.getCurrent();
    display.addListener(event, new Listener() {
      @Override
      public void handleEvent(Event told) {
        display.removeListener(event, this);
        action.run();
      }
    });
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme");
  }

  private static IThemeEngine engine() {
    return PlatformUI.getWorkbench().getService(IThemeEngine.class);
  }
}
