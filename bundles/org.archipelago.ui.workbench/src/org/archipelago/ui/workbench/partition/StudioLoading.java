package org.archipelago.ui.workbench.partition;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.engine.RunRequest;
import org.archipelago.learning.ModelFactory;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.History;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.archipelago.partition.Rules;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.partition.StudioInput.Origin;

/** Reads what the studio is to show: the data of an experiment and how its rule deals it, or a manifest. */
final class StudioLoading {

  private static final String FALLBACK = "iid";
  private static final int FALLBACK_CLIENTS = 10;

  /**
   * What was read.
   *
   * @param notes what is to be said of it, such as what is other than when it was saved
   * @param experiment that it is the data of; nothing where only the manifest is known
   */
  record Loaded(History history, List<String> notes, Optional<RunRequest> experiment) {}

  private final Workspace workspace;
  private final ProgressListener progress;

  StudioLoading(Workspace workspace, ProgressListener progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  /** @throws InvalidInputException if it can't be read; the message says why */
  Loaded load(StudioInput input) throws IOException {
    return input.origin().isPresent() ? fromExperiment(input.origin().get()) : fromManifest(input);
  }

  private Loaded fromManifest(StudioInput input) throws IOException {
    Manifest manifest = Manifest.read(input.file());
    PartitionData data = manifest.load(workspace.catalog(), progress);
    List<String> differences = manifest.differences(data).stream().map(Problem::localized).toList();
    return new Loaded(new History(manifest.draft(data), manifest.recipe()), differences, Optional.empty());
  }

  private Loaded fromExperiment(Origin origin) {
    Catalog catalog = workspace.catalog();
    Experiment experiment = workspace.read(origin.text(), origin.fileName()).orThrow();
    ModelFactory model = catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class);
    PartitionData data =
        PartitionData.load(
            experiment, catalog, workspace.experiments(), model::supports,
            experiment.section(ComponentKind.MODEL).id(), progress);
    Optional<RunRequest> request =
        Optional.of(new RunRequest(
            experiment, origin.text(), workspace.experiments(), Runtime.getRuntime().availableProcessors()));
    Dealing dealing = new Dealing(experiment.section(ComponentKind.PARTITIONER), experiment.seed());
    try {
      return new Loaded(new History(deal(data, dealing, catalog), Recipe.of(dealing)), List.of(), request);
    } catch (InvalidInputException e) {
      Dealing fallback = fallback(data, dealing, catalog);
      return new Loaded(
          new History(deal(data, fallback, catalog), Recipe.of(fallback)), List.of(e.getLocalizedMessage()), request);
    }
  }

  /** Equal parts, where the experiment's own rule can't deal its rows. */
  private static Dealing fallback(PartitionData data, Dealing dealing, Catalog catalog) {
    ParameterValues values =
        catalog
            .describe(ComponentKind.PARTITIONER, FALLBACK)
            .orElseThrow()
            .withDefaults(new ParameterValues(Map.of("clients", Math.clamp(data.rows(), 1, FALLBACK_CLIENTS))));
    return new Dealing(new ComponentSpec(FALLBACK, values), dealing.seed());
  }

  private static Draft deal(PartitionData data, Dealing dealing, Catalog catalog) {
    return Rules.deal(data, dealing.rule(), dealing.seed(), catalog);
  }
}
