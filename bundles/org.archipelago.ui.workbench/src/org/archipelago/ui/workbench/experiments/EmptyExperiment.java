package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.archipelago.core.Language;

/** The outline of an experiment on data of one's own, with what to fill in said where it belongs. */
final class EmptyExperiment {

  private EmptyExperiment() {}

  static String text() {
    String file =
        Language.current() == Language.CHINESE ? "empty-experiment_zh.yaml" : "empty-experiment.yaml";
    try (InputStream in = EmptyExperiment.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
