package org.archipelago.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentOverride;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;

/**
 * The experiment that the user named, by file or by sample.
 *
 * @param fileName how messages call it
 * @param shortName what a folder for its runs may be called
 * @param text what the file holds
 * @param baseFolder where relative paths in it begin
 */
record ExperimentSource(String fileName, String shortName, String text, Path baseFolder) {

  /**
   * @param name id of a sample, or path of an experiment file; {@code ./name} is always a path
   * @throws InvalidInputException if there is neither; the message names the samples
   */
  static ExperimentSource named(String name) throws IOException {
    Optional<SampleExperiment> sample = SampleExperiments.find(name);
    if (sample.isPresent()) {
      SampleExperiment found = sample.get();
      return new ExperimentSource(found.fileName(), found.id(), found.text(), Path.of(""));
    }
    Path file = path(name);
    if (Files.notExists(file)) {
      throw problem(name, samples(name));
    }
    String text = ExperimentReader.textOf(file);
    Path folder = file.toAbsolutePath().getParent();
    String base = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return new ExperimentSource(name, base, text, folder);
  }

  /** Reads the text against the catalog. */
  ReadResult read(Catalog catalog, List<ExperimentOverride> overrides) {
    return ExperimentReader.read(text, fileName, catalog, overrides);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw problem(name, Words.say("file.noName", name));
    }
  }

  private static String samples(String name) {
    List<String> ids = SampleExperiments.all().stream().map(SampleExperiment::id).toList();
    return Words.say("file.noSample", String.join(", ", ids)) + Words.didYouMean(name, ids);
  }

  private static InvalidInputException problem(String name, String message) {
    return new InvalidInputException(Problem.inFile(name, 0, message));
  }
}
