package org.archipelago.engine;

import java.nio.file.Path;
import org.archipelago.core.Experiment;

/**
 * What to run.
 *
 * @param experiment validated against the catalog
 * @param text its file as run, kept in the record
 * @param baseFolder where relative paths in it begin
 * @param threads simulated clients that train at the same time, at least 1
 */
public record RunRequest(Experiment experiment, String text, Path baseFolder, int threads) {

  public RunRequest {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
    }
  }
}
