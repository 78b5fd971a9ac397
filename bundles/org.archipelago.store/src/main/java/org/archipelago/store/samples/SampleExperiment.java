package org.archipelago.store.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An experiment that ships with the program.
 *
 * @param id what the command line calls it
 * @param title the experiment's name
 */
public record SampleExperiment(String id, String title) {

  /** The experiment's file name. */
  public String fileName() {
    return id + ".yaml";
  }

  /** The experiment's text, with comments for whoever wants to change it. */
  public String text() {
    try (InputStream in = SampleExperiment.class.getResourceAsStream(fileName())) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its sample " + fileName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
