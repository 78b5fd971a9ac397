package org.archipelago.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Provenance;
import org.archipelago.core.RunHeader;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.Backend;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientSampler;
import org.archipelago.federation.ClientSamplerFactory;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.Models;
import org.archipelago.learning.kernel.Kernels;

/**
 * An experiment made ready: data on clients, and every component it chose.
 *
 * @param privacy nothing when the experiment protects nothing
 * @param simulation the simulated clients, and the hold-out
 * @param backend all clients, simulated and remote
 */
record Federation(
    Experiment experiment,
    RunHeader header,
    FederatedDataset data,
    Model model,
    ClientSampler sampler,
    Strategy strategy,
    Optional<PrivacyMechanism> privacy,
    SimulationBackend simulation,
    Backend backend)
    implements AutoCloseable {

  /** An experiment with simulated clients alone. */
  static Federation prepare(RunRequest request, Catalog catalog, ProgressListener progress) {
    return compose(Preparation.load(request, catalog, progress), catalog, Optional.empty());
  }

  /** @param session whose participants take part beside the simulated clients; its run begins */
  static Federation compose(Preparation prepared, Catalog catalog, Optional<Session> session) {
    Experiment experiment = prepared.request().experiment();
    FederatedDataset data = prepared.data();
    Model model =
        Models.create(
            catalog, experiment.section(ComponentKind.MODEL), data.task(), data.schema().inputs());
    ClientSampler sampler =
        catalog
            .get(experiment, ComponentKind.SAMPLER, ClientSamplerFactory.class)
            .create(experiment.section(ComponentKind.SAMPLER).parameters());
    Strategy strategy =
        catalog
            .get(experiment, ComponentKind.STRATEGY, StrategyFactory.class)
            .create(experiment.section(ComponentKind.STRATEGY).parameters());
    SimulationBackend simulation =
        new SimulationBackend(
            data,
            model,
            () -> LocalTrainer.of(experiment, catalog, model),
            prepared.request().threads());
    Optional<Backend> remote = session.map(open -> open.begin(data.clients().size()));
    List<ClientInfo> guests = remote.map(Backend::clients).orElse(List.of());
    Backend backend =
        remote.<Backend>map(other -> new CombinedBackend(simulation, other)).orElse(simulation);
    try {
      Optional<PrivacyMechanism> privacy =
          privacy(experiment, catalog, sampler, strategy, backend.clients().size(), !guests.isEmpty());
      DatasetSummary summary = RemoteClients.addTo(data.summary(), guests);
      RunHeader header =
          new RunHeader(
              experiment,
              prepared.request().text(),
              provenance(experiment, data),
              summary,
              privacy.isPresent());
      return new Federation(
          experiment, header, data, model, sampler, strategy, privacy, simulation, backend);
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  private static Optional<PrivacyMechanism> privacy(
      Experiment experiment,
      Catalog catalog,
      ClientSampler sampler,
      Strategy strategy,
      int clients,
      boolean remoteClients) {
    Optional<PrivacyMechanism> privacy =
        catalog
            .get(experiment, ComponentKind.PRIVACY, PrivacyFactory.class)
            .create(
                experiment.section(ComponentKind.PRIVACY).parameters(), sampler, clients, remoteClients);
    if (privacy.isPresent() && !strategy.equalWeights()) {
      throw new InvalidInputException(
          Problem.atField(
              "strategy",
              "The privacy strategy bounds what one client can change, so every client must have the same"
                  + " weight; choose equal weights, or a strategy that has them."));
    }
    return privacy;
  }

  private static Provenance provenance(Experiment experiment, FederatedDataset data) {
    return Provenance.here(
        Instant.now(),
        experiment.seed().value(),
        data.summary().source(),
        data.dataHash(),
        data.partitionHash(),
        Kernels.description());
  }

  @Override
  public void close() {
    backend.close();
  }
}
