package org.archipelago.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Provenance;
import org.archipelago.core.RunHeader;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.ClientSampler;
import org.archipelago.federation.ClientSamplerFactory;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.Models;

/**
 * An experiment made ready: data on clients, and every component it chose.
 *
 * @param privacy nothing when the experiment protects nothing
 */
record Federation(
    Experiment experiment,
    RunHeader header,
    FederatedDataset data,
    Model model,
    ClientSampler sampler,
    Strategy strategy,
    Optional<PrivacyMechanism> privacy,
    SimulationBackend backend)
    implements AutoCloseable {

  private static final String KERNELS = "plain Java";

  static Federation prepare(RunRequest request, Catalog catalog, ProgressListener progress) {
    Experiment experiment = request.experiment();
    List<Problem> problems = catalog.check(experiment);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    ComponentSpec modelSpec = experiment.section(ComponentKind.MODEL);
    ModelFactory modelFactory = catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class);
    FederatedDataset data =
        DatasetLoader.load(
            experiment, catalog, request.baseFolder(), modelFactory::supports, modelSpec.id(), progress);
    Model model = Models.create(catalog, modelSpec, data.task(), data.features().size());

    ClientSampler sampler =
        catalog
            .get(experiment, ComponentKind.SAMPLER, ClientSamplerFactory.class)
            .create(experiment.section(ComponentKind.SAMPLER).parameters());
    Strategy strategy =
        catalog
            .get(experiment, ComponentKind.STRATEGY, StrategyFactory.class)
            .create(experiment.section(ComponentKind.STRATEGY).parameters());
    Optional<PrivacyMechanism> privacy =
        catalog
            .get(experiment, ComponentKind.PRIVACY, PrivacyFactory.class)
            .create(
                experiment.section(ComponentKind.PRIVACY).parameters(),
                sampler,
                data.clients().size(),
                false);
    if (privacy.isPresent() && !strategy.equalWeights()) {
      throw new InvalidInputException(
          Problem.atField(
              "strategy",
              "The privacy strategy bounds what one client can change, so every client must have the same"
                  + " weight; choose equal weights, or a strategy that has them."));
    }
    RunHeader header =
        new RunHeader(
            experiment, request.text(), provenance(experiment, data), data.summary(), privacy.isPresent());
    SimulationBackend backend =
        new SimulationBackend(
            data, model, () -> LocalTrainer.of(experiment, catalog, model), request.threads());
    return new Federation(experiment, header, data, model, sampler, strategy, privacy, backend);
  }

  private static Provenance provenance(Experiment experiment, FederatedDataset data) {
    return Provenance.here(
        Instant.now(),
        experiment.seed().value(),
        data.summary().source(),
        data.dataHash(),
        data.partitionHash(),
        KERNELS);
  }

  @Override
  public void close() {
    backend.close();
  }
}
