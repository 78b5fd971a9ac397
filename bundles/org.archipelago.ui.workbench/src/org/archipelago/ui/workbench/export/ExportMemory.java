package org.archipelago.ui.workbench.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.archipelago.core.Language;
import org.archipelago.export.report.ReportOptions;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What one exporter remembers for the next: the folder, and who answers for reports. */
final class ExportMemory {

  private static final String FOLDER = "export.folder";
  private static final String AUTHOR = "export.author";
  private static final String INSTITUTION = "export.institution";

  private final IEclipsePreferences store =
      InstanceScope.INSTANCE.getNode("org.archipelago.ui.workbench");

  /** The folder last written to, if it is still there; else the user's own. */
  Path folder() {
    Path home = Path.of(System.getProperty("user.home"));
    try {
      Path last = Path.of(store.get(FOLDER, home.toString()));
      return Files.isDirectory(last) ? last : home;
    } catch (InvalidPathException e) {
      return home;
    }
  }

  /** A whole report in the workbench's language by whoever made the last. */
  ReportOptions report() {
    ReportOptions all = ReportOptions.in(Language.current());
    return new ReportOptions(
        all.language(), all.sections(), "", store.get(AUTHOR, ""), store.get(INSTITUTION, ""), "");
  }

  void remember(Path folder, ReportOptions report) {
    store.put(FOLDER, folder.toString());
    store.put(AUTHOR, report.author());
    store.put(INSTITUTION, report.institution());
    try {
      store.flush();
    } catch (BackingStoreException e) {
      Platform.getLog(ExportMemory.class).warn("What was exported last is not remembered", e);
    }
  }
}
