package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.export.report.HtmlReport;
import org.archipelago.export.report.ReportOptions;
import org.archipelago.export.report.ReportSources;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** Reports of recorded runs. They are made from the record, which tells nothing it must not. */
public final class RunReports {

  /** Name of the report in a run's folder. */
  public static final String FILE = "report.html";

  private RunReports() {}

  /** Writes the report into the run's own folder; does nothing for a run without a record. */
  public static IStatus writeInto(Workspace workspace, String id) {
    if (id.isEmpty()) {
      return Status.OK_STATUS;
    }
    try {
      write(workspace, id, workspace.repository().folder(id).resolve(FILE));
      return Status.OK_STATUS;
    } catch (IOException | InvalidInputException e) {
      return Status.warning(NLS.bind(Messages.Export_noReport, id, e.getLocalizedMessage()), e);
    }
  }

  static void write(Workspace workspace, String id, Path file) throws IOException {
    Run run = workspace.repository().open(id);
    PrivacyFactory privacy =
        workspace.catalog()
            .get(run.header().experiment(), ComponentKind.PRIVACY, PrivacyFactory.class);
    ReportSources sources =
        ReportSources.of(
            privacy.covers(),
            privacy.doesNotCover(),
            run.header().experiment(),
            workspace.catalog(),
            Language.ENGLISH);
    try (OutputStream out = Files.newOutputStream(file)) {
      HtmlReport.write(run, sources, ReportOptions.DEFAULT, out);
    }
  }
}
