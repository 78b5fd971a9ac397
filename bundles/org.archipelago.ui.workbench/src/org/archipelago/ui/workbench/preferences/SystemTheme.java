package org.archipelago.ui.workbench.preferences;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * Whether the system is dark: by what its desktop prefers, or, where that says nothing, by the name of its
 * theme.
 */
public final class SystemTheme {

  private static final DesktopPreference DESKTOP = new DesktopPreference("gsettings");
  private static String nameAtStart = "";

  private SystemTheme() {}

  /** Begins to ask the desktop; somebody else waits for the answer. */
  public static void ask() {
    if (GtkTheme.isThere()) {
      DESKTOP.watch();
      Runtime.getRuntime().addShutdownHook(new Thread(DESKTOP::close));
    }
  }

  /** As far as is known by now. */
  public static boolean isDark() {
    return switch (DESKTOP.scheme()) {
      case DARK -> true;
      case LIGHT -> false;
      case UNKNOWN -> isThemeDark();
    };
  }

  /** Lets the workbench follow, as long as it is to do what the system does. Call it on the UI thread. */
  public static void follow(Display display) {
    nameAtStart = GtkTheme.name();
    display.addListener(SWT.Settings, event -> display.asyncExec(SystemTheme::adapt));
    DESKTOP.onChange(() -> {
      if (!display.isDisposed()) {
        display.asyncExec(SystemTheme::adapt);
      }
    });
    adapt();
  }

  private static void adapt() {
    if (Appearance.chosen() == Appearance.SYSTEM && isDark() != Appearance.isDarkNow()) {
      Appearance.SYSTEM.choose();
    }
  }

  /** SWT knows the theme that GTK began with; of a later one only the name tells. */
  private static boolean isThemeDark() {
    String name = GtkTheme.name();
    return name.equals(nameAtStart) || nameAtStart.isEmpty()
        ? Display.isSystemDarkTheme()
        : name.toLowerCase(Locale.ROOT).matches(".*[-:]dark");
  }
}
