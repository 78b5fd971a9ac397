package org.archipelago.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.SampleDatasets;
import org.archipelago.data.table.Tables;
import org.archipelago.learning.ModelFactory;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.ManifestPartitioner;
import org.archipelago.partition.PartitionCsvReader;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.archipelago.partition.Rules;
import org.archipelago.store.experiment.ExperimentOverride;

/**
 * A partition that the command line was asked for: of an experiment, of data alone, or a saved one.
 *
 * @param draft which client has which row
 * @param recipe how it came about
 * @param differences what data is other in than when the partition was saved, in English
 */
record PartitionSource(Draft draft, Recipe recipe, List<String> differences) {

  private static final String DATA_ALONE =
      """
      format: archipelago/experiment/1
      name: "%s"
      description: ""
      seed: 42
      data: {source: "%s", target: "%s"}
      partition: {id: iid, clients: 10}
      model: {id: softmax}
      training: {rounds: 1}
      sampler: everyone
      strategy: fedavg
      privacy: none
      """;

  static boolean isManifest(String name) {
    return name.endsWith(Manifest.ENDING);
  }

  /** A saved partition on its data as it is now. */
  static PartitionSource saved(Path file, Catalog catalog, ProgressListener progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Problem.inFile(file.toString(), 0, Words.say("partition.noFile")));
    }
    Manifest manifest = Manifest.read(file);
    PartitionData now = manifest.load(catalog, progress);
    return new PartitionSource(manifest.draft(now), manifest.recipe(), manifest.differences(now));
  }

  /**
   * What an experiment deals, or data that is named with its target.
   *
   * @param target of data; null for an experiment
   * @param imported rows and clients instead of the rule; null for none
   */
  static PartitionSource dealt(
      String name,
      String target,
      List<ExperimentOverride> overrides,
      Path imported,
      Catalog catalog,
      ProgressListener progress)
      throws IOException {
    ExperimentSource source = target == null ? ExperimentSource.named(name) : ofData(name, target);
    ChosenExperiment chosen = ChosenExperiment.read(source, catalog, overrides);
    try {
      return dealt(chosen.experiment(), source.baseFolder(), target != null, imported, catalog, progress);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(target == null ? chosen.located(e.problems()) : e.problems());
    }
  }

  /** Whether a name is of data rather than of an experiment. */
  static boolean isData(String name) {
    return name.startsWith(SampleDatasets.PREFIX) || Tables.isNamedSo(Path.of(name));
  }

  private static ExperimentSource ofData(String name, String target) {
    String text = DATA_ALONE.formatted(escaped(name), escaped(name), escaped(target));
    return new ExperimentSource(name, "partition", text, Path.of(""));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static PartitionSource dealt(
      Experiment experiment,
      Path baseFolder,
      boolean dataAlone,
      Path imported,
      Catalog catalog,
      ProgressListener progress)
      throws IOException {
    ComponentSpec model = experiment.section(ComponentKind.MODEL);
    Predicate<Task.Kind> supports =
        dataAlone
            ? kind -> true
            : catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class)::supports;
    PartitionData data =
        PartitionData.load(experiment, catalog, baseFolder, supports, model.id(), progress);
    if (imported != null) {
      String how = "Read from " + imported.getFileName();
      return new PartitionSource(
          PartitionCsvReader.read(imported, data, progress),
          new Recipe(Optional.empty(), List.of(how)),
          List.of());
    }
    ComponentSpec rule = experiment.section(ComponentKind.PARTITIONER);
    Draft draft = Rules.deal(data, rule, experiment.seed(), catalog);
    return new PartitionSource(
        draft, recipe(new Dealing(rule, experiment.seed()), baseFolder), List.of());
  }

  /** A saved partition came about as its file says. */
  private static Recipe recipe(Dealing dealing, Path baseFolder) throws IOException {
    return dealing.rule().id().equals(ManifestPartitioner.ID)
        ? Manifest.read(baseFolder.resolve(dealing.rule().parameters().text(ManifestPartitioner.FILE)))
            .recipe()
        : Recipe.of(dealing);
  }
}
