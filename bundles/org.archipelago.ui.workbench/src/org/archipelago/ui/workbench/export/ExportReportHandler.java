package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.nio.file.Path;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;

/** Exports the report of the run shown: one HTML file. */
public final class ExportReportHandler extends ExportHandler {

  @Override
  String title() {
    return Messages.Export_report;
  }

  @Override
  String ending() {
    return "html";
  }

  @Override
  boolean isForReading() {
    return true;
  }

  @Override
  void write(Workspace workspace, String runId, Path file) throws IOException {
    RunReports.write(workspace, runId, file);
  }
}
