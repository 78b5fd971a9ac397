package org.archipelago.headless;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentOverride;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How the user names an experiment and changes it. */
final class ExperimentArguments {

  @Parameters(index = "0", paramLabel = "FILE|SAMPLE", descriptionKey = "experiment.file")
  private String name;

  @Option(names = "--set", paramLabel = "path=value")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N")
  private String seed;

  /** @throws org.archipelago.core.InvalidInputException if the experiment can't be read */
  ChosenExperiment read(Catalog catalog) throws IOException {
    List<ExperimentOverride> overrides = new ArrayList<>();
    settings.forEach(setting -> overrides.add(ExperimentOverride.set(setting)));
    if (seed != null) {
      overrides.add(ExperimentOverride.seed(seed));
    }
    return ChosenExperiment.read(ExperimentSource.named(name), catalog, overrides);
  }
}
