package org.archipelago.ui.workbench.preferences;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/** GTK's own theme, of which SWT has no public interface; on other systems it isn't there. */
final class GtkTheme {

  private static final String OS = "org.eclipse.swt.internal.gtk.OS";

  private GtkTheme() {}

  static boolean isThere() {
    return "gtk".equals(SWT.getPlatform());
  }

  /** Its name; empty where it isn't known. */
  static String name() {
    return call("getThemeName").map(Object::toString).orElse("");
  }

  /** Lets GTK go over to dark or light colours; SWT tells by {@link SWT#Settings} when it has. */
  static void prefer(boolean dark) {
    call("setDarkThemePreferred", dark);
  }

  private static Optional<Object> call(String method, Object... arguments) {
    if (!isThere()) {
      return Optional.empty();
    }
    try {
      Class<?> os = Display.class.getClassLoader().loadClass(OS);
      Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {boolean.class};
      return Optional.ofNullable(os.getMethod(method, types).invoke(null, arguments));
    } catch (ReflectiveOperationException e) {
      ILog.get().warn("GTK's theme can't be reached.", e);
      return Optional.empty();
    }
  }
}
