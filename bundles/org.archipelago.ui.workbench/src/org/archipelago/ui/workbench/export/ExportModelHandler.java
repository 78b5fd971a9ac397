package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;

/** Exports the final model of the run shown: a safetensors file. */
public final class ExportModelHandler extends ExportHandler {

  private static final String MODEL = "model.safetensors";

  @Override
  String title() {
    return Messages.Export_model;
  }

  @Override
  String ending() {
    return "safetensors";
  }

  @Override
  boolean isForReading() {
    return false;
  }

  @Override
  void write(Workspace workspace, String runId, Path file) throws IOException {
    Path model = workspace.repository().folder(runId).resolve(MODEL);
    if (Files.notExists(model)) {
      throw new IOException(Messages.Export_noModel);
    }
    Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
