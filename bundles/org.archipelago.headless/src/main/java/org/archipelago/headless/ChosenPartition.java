package org.archipelago.headless;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.SampleDatasets;
import org.archipelago.data.SourceRows;
import org.archipelago.data.table.Tables;
import org.archipelago.learning.ModelFactory;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.ManifestPartitioner;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.archipelago.partition.vertical.VerticalPartition;
import org.archipelago.partition.vertical.VerticalPartitioner;
import org.archipelago.store.experiment.ExperimentOverride;

/**
 * What is to be dealt, and how: by an experiment, or data with its target alone.
 *
 * @param chosen the experiment; of data alone one that is made up around it
 * @param dataAlone whether its model says nothing
 */
record ChosenPartition(ChosenExperiment chosen, Catalog catalog, boolean dataAlone) {

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

  /** Whether a name is of data rather than of an experiment. */
  static boolean isData(String name) {
    return name.startsWith(SampleDatasets.PREFIX) || Tables.isNamedSo(Path.of(name));
  }

  /** @param target of data; null for an experiment */
  static ChosenPartition of(
      String name, String target, List<ExperimentOverride> overrides, Catalog catalog) throws IOException {
    ExperimentSource source = target == null ? ExperimentSource.named(name) : ofData(name, target);
    return new ChosenPartition(
        ChosenExperiment.read(source, catalog, overrides), catalog, target != null);
  }

  private static ExperimentSource ofData(String name, String target) {
    String text = DATA_ALONE.formatted(escaped(name), escaped(name), escaped(target));
    return new ExperimentSource(name, "partition", text, Path.of(""));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  boolean isVertical() {
    return rule().id().equals(VerticalPartitioner.ID);
  }

  private ComponentSpec rule() {
    return experiment().section(ComponentKind.PARTITIONER);
  }

  private Experiment experiment() {
    return chosen.experiment();
  }

  /** Which client has which columns. */
  VerticalPartition vertical(ProgressListener progress) {
    try {
      SourceRows rows =
          SourceRows.read(experiment(), baseFolder(), supports(), model().id(), progress);
      return VerticalPartition.of(
          rows.undealt(request -> null), rule().parameters(), experiment().seed());
    } catch (InvalidInputException e) {
      throw located(e);
    }
  }

  /** @param imported rows and clients instead of the rule; null for none */
  PartitionSource rows(Path imported, ProgressListener progress) throws IOException {
    try {
      PartitionData data =
          PartitionData.load(experiment(), catalog, baseFolder(), supports(), model().id(), progress);
      return imported == null
          ? PartitionSource.dealt(data, dealing(), recipe(), catalog)
          : PartitionSource.imported(imported, data, progress);
    } catch (InvalidInputException e) {
      throw located(e);
    }
  }

  private InvalidInputException located(InvalidInputException e) {
    return dataAlone ? e : new InvalidInputException(chosen.located(e.problems()));
  }

  private Dealing dealing() {
    return new Dealing(rule(), experiment().seed());
  }

  /** A saved partition came about as its file says. */
  private Recipe recipe() throws IOException {
    return rule().id().equals(ManifestPartitioner.ID)
        ? Manifest.read(baseFolder().resolve(rule().parameters().text(ManifestPartitioner.FILE))).recipe()
        : Recipe.of(dealing());
  }

  private Path baseFolder() {
    return chosen.source().baseFolder();
  }

  private ComponentSpec model() {
    return experiment().section(ComponentKind.MODEL);
  }

  private Predicate<Task.Kind> supports() {
    return dataAlone
        ? kind -> true
        : catalog.get(experiment(), ComponentKind.MODEL, ModelFactory.class)::supports;
  }
}
