package org.archipelago.headless;

import java.util.List;
import java.util.function.Consumer;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.ExperimentRunner;
import org.archipelago.engine.RunRequest;
import org.archipelago.store.experiment.ExperimentOverride;
import org.archipelago.store.experiment.ExperimentWriter;
import org.archipelago.store.experiment.ReadResult;

/**
 * An experiment that could be read, with the changes from the command line.
 *
 * @param source where it comes from
 * @param read knows the line of every field
 * @param experiment what was read
 * @param text its file as run
 */
record ChosenExperiment(
    ExperimentSource source, Catalog catalog, ReadResult read, Experiment experiment, String text) {

  /** @throws org.archipelago.core.InvalidInputException with all that is wrong with the file */
  static ChosenExperiment read(
      ExperimentSource source, Catalog catalog, List<ExperimentOverride> overrides) {
    ReadResult read = source.read(catalog, overrides);
    Experiment experiment = read.orThrow();
    String text = ExperimentWriter.asRun(source.text(), experiment, overrides);
    return new ChosenExperiment(source, catalog, read, experiment, text);
  }

  RunRequest request(int threads) {
    return new RunRequest(experiment, text, source.baseFolder(), threads);
  }

  /**
   * Does all that a run does before its first round.
   *
   * @param warnings told, with its line, of what there is to beware of in the data
   * @param progress told how far reading and partitioning have come
   * @return what it would need of Java's memory
   * @throws InvalidInputException with what is wrong with the data and with how the components go together
   */
  MemoryNeed check(int threads, Consumer<Problem> warnings, ProgressListener progress) {
    try {
      return ExperimentRunner.check(
          request(threads),
          catalog,
          warning -> warnings.accept(read.locate(warning, source.fileName())),
          progress);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(located(e.problems()));
    }
  }

  /** The same problems, at the lines of the fields they name. */
  List<Problem> located(List<Problem> problems) {
    return problems.stream().map(problem -> read.locate(problem, source.fileName())).toList();
  }
}
