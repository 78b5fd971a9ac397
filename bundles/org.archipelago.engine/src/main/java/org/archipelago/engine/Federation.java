package org.archipelago.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Provenance;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunHeader;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.DatasetSection;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.AttackFactory;
import org.archipelago.federation.AttackSetting;
import org.archipelago.federation.Attackers;
import org.archipelago.federation.Backend;
import org.archipelago.federation.CentralPrivacy;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientSampler;
import org.archipelago.federation.ClientSamplerFactory;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.Itinerary;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.PrivacySetting;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.ServerTrainer;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.Models;
import org.archipelago.learning.kernel.Kernels;

/**
 * An experiment made ready: data on clients, and every component it chose.
 *
 * @param privacy nothing when the experiment protects nothing
 * @param attack what simulated clients do instead of training honestly
 * @param server trains on the rows that the server owns; nothing where it owns none
 * @param simulation the simulated clients, and the hold-out
 * @param judged the simulated clients on whose own rows the model is measured in every round
 * @param memory what the run is going to need
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
    SimulatedAttack attack,
    Optional<ServerTrainer> server,
    SimulationBackend simulation,
    JudgedClients judged,
    MemoryNeed memory,
    Backend backend)
    implements AutoCloseable {

  /** An experiment with simulated clients alone. */
  static Federation prepare(RunRequest request, Catalog catalog, ProgressListener progress) {
    return compose(Preparation.load(request, catalog, progress), catalog, Optional.empty());
  }

  /** @param session whose participants take part beside the simulated clients; its run begins */
  static Federation compose(Preparation prepared, Catalog catalog, Optional<Session> session) {
    return compose(prepared, catalog, session, false);
  }

  /** Makes sure that the run could begin with remote clients, and gives the strategy that it would have. */
  static Strategy tryForSession(Preparation prepared, Catalog catalog) {
    try (Federation federation = compose(prepared, catalog, Optional.empty(), true)) {
      return federation.strategy();
    }
  }

  private static Federation compose(
      Preparation prepared, Catalog catalog, Optional<Session> session, boolean guestsExpected) {
    Experiment experiment = prepared.request().experiment();
    FederatedDataset data = prepared.data();
    Model model =
        Models.create(
            catalog, experiment.section(ComponentKind.MODEL), data.task(), data.schema().inputs());
    requireTrainable(experiment, catalog, model);
    ClientSampler sampler = sampler(experiment, catalog);
    Optional<Backend> remote = session.map(open -> open.begin(data.clients().size()));
    try {
      List<ClientInfo> guests = remote.map(Backend::clients).orElse(List.of());
      List<ClientInfo> clients = new ArrayList<>(SimulationBackend.infos(data));
      clients.addAll(guests);
      boolean remoteClients = guestsExpected || !guests.isEmpty();
      Optional<PrivacyMechanism> privacy =
          privacy(experiment, catalog, model, clients, remoteClients);
      Optional<ServerTrainer> server =
          data.server()
              .map(rows -> new ServerTraining(rows, () -> LocalTrainer.of(experiment, catalog, model)));
      Strategy strategy =
          strategy(
              experiment,
              catalog,
              new StrategySetting(
                  privacy.isPresent() ? withoutQuality(clients) : clients,
                  guestsExpected,
                  experiment.section(ComponentKind.TRAINING).parameters(),
                  server));
      requireRepresentation(experiment, model, strategy);
      requireNoisable(privacy, strategy);
      requireRowsByThemselves(experiment, privacy);
      Asked.requireAnswers(experiment, strategy, sampler, privacy, remoteClients);
      requireEnough(strategy, sampler, clients);
      SimulatedAttack attack = attack(experiment, catalog, data);
      JudgedClients judged = JudgedClients.of(experiment, data.clients().size());
      MemoryPlan plan = new MemoryPlan(data, model);
      MemoryNeed memory =
          plan.need(
              LocalTrainer.of(experiment, catalog, model)
                  .with(only(LocalPrivacy.class, privacy).map(LocalPrivacy::training)),
              sampler.expectedCohort(clients.size()),
              expectedItinerary(experiment, strategy, sampler, clients),
              strategy,
              attack,
              judged.indices().length,
              experiment.rounds(),
              prepared.request().threads());
      plan.requireFits(memory, Runtime.getRuntime().maxMemory());
      SimulationBackend simulation =
          new SimulationBackend(
              data,
              model,
              () -> LocalTrainer.of(experiment, catalog, model),
              strategy,
              attack,
              SimulatedShift.of(experiment, catalog, data),
              only(LocalPrivacy.class, privacy),
              prepared.request().threads());
      Backend backend =
          remote.<Backend>map(other -> new CombinedBackend(simulation, other)).orElse(simulation);
      DatasetSummary summary =
          RemoteClients.addTo(
              attack.addTo(data.summary(), experiment),
              guests,
              only(LocalPrivacy.class, privacy).isPresent());
      RunHeader header =
          new RunHeader(
              experiment,
              prepared.request().text(),
              provenance(experiment, data),
              summary,
              only(CentralPrivacy.class, privacy).isPresent());
      return new Federation(
          experiment,
          header,
          data,
          model,
          sampler,
          strategy,
          privacy,
          attack,
          server,
          simulation,
          judged,
          memory,
          backend);
    } catch (RuntimeException e) {
      remote.ifPresent(Backend::close);
      throw e;
    }
  }

  /** The privacy strategy if it is of that kind. */
  private static <T extends PrivacyMechanism> Optional<T> only(
      Class<T> kind, Optional<PrivacyMechanism> privacy) {
    return privacy.filter(kind::isInstance).map(kind::cast);
  }

  /** What may be known of the clients where figures of their rows would have to be covered by ε. */
  private static List<ClientInfo> withoutQuality(List<ClientInfo> clients) {
    return clients.stream()
        .map(client -> new ClientInfo(client.index(), client.name(), client.rows()))
        .toList();
  }

  /** The way of a round with as many clients as are to be expected. */
  Itinerary expectedItinerary() {
    return expectedItinerary(experiment, strategy, sampler, backend.clients());
  }

  private static Itinerary expectedItinerary(
      Experiment experiment, Strategy strategy, ClientSampler sampler, List<ClientInfo> clients) {
    int cohort = (int) Math.ceil(sampler.expectedCohort(clients.size()));
    return strategy.itinerary(
        new RoundContext(1, experiment.seed(), new RunControl()),
        clients.subList(0, Math.max(1, Math.min(cohort, clients.size()))));
  }

  /** What one training costs in bytes. */
  Traffic traffic() {
    return Traffic.of(strategy, 4 * model.size());
  }

  /** Says what does not go together before anything runs. */
  private static void requireTrainable(Experiment experiment, Catalog catalog, Model model) {
    LocalTrainer.of(experiment, catalog, model);
  }

  /** Privacy that the server sees to. */
  Optional<CentralPrivacy> centralPrivacy() {
    return only(CentralPrivacy.class, privacy);
  }

  /** Privacy that clients see to. */
  Optional<LocalPrivacy> localPrivacy() {
    return only(LocalPrivacy.class, privacy);
  }

  private static Optional<PrivacyMechanism> privacy(
      Experiment experiment,
      Catalog catalog,
      Model model,
      List<ClientInfo> clients,
      boolean remoteClients) {
    return catalog
        .get(experiment, ComponentKind.PRIVACY, PrivacyFactory.class)
        .create(
            experiment.section(ComponentKind.PRIVACY).parameters(),
            new PrivacySetting(
                sampler(experiment, catalog),
                clients,
                remoteClients,
                model,
                experiment.section(ComponentKind.TRAINING).parameters()));
  }

  private static ClientSampler sampler(Experiment experiment, Catalog catalog) {
    return catalog
        .get(experiment, ComponentKind.SAMPLER, ClientSamplerFactory.class)
        .create(experiment.section(ComponentKind.SAMPLER).parameters());
  }

  /** How the clients of an experiment hide their rows while they train, with a ledger of its own. */
  static Optional<LocalPrivacy> localPrivacy(
      Experiment experiment, Catalog catalog, Model model, List<ClientInfo> clients) {
    return only(LocalPrivacy.class, privacy(experiment, catalog, model, clients, false));
  }

  private static void requireRepresentation(Experiment experiment, Model model, Strategy strategy) {
    if (strategy.contrastsRows() && model.representation() == 0) {
      throw new InvalidInputException(
          Problem.atField(
              "strategy.id",
              ("%s contrasts what a model makes of a row before its last layer, and the model '%s' gives no such"
                      + " thing: choose mlp, cnn or text, or another strategy.")
                  .formatted(
                      experiment.section(ComponentKind.STRATEGY).id(),
                      experiment.section(ComponentKind.MODEL).id())));
    }
  }

  /** What hides a row counts on its changing nothing about the others. */
  private static void requireRowsByThemselves(
      Experiment experiment, Optional<PrivacyMechanism> privacy) {
    if (only(LocalPrivacy.class, privacy).isPresent()
        && DatasetSection.rebalances(experiment.section(ComponentKind.DATA).parameters())) {
      throw new InvalidInputException(
          Problem.atField(
              "data.rebalance",
              "The privacy strategy hides single rows, and by rebalancing one row changes how much others count:"
                  + " leave rebalance out, or choose a privacy strategy that hides whole clients."));
    }
  }

  private static void requireNoisable(Optional<PrivacyMechanism> privacy, Strategy strategy) {
    if (only(CentralPrivacy.class, privacy).isEmpty()) {
      return;
    }
    if (strategy.severalLegs()) {
      throw new InvalidInputException(
          Problem.atField(
              "strategy.id",
              "The privacy strategy adds noise to the sum of a round's updates, once, but this strategy combines"
                  + " updates several times in a round: choose another strategy, or dp-sgd, which protects what"
                  + " every client sends."));
    }
    if (!strategy.equalWeights()) {
      throw new InvalidInputException(
          Problem.atField(
              "strategy",
              "The privacy strategy bounds what one client can change, so every client must have the same"
                  + " weight; choose equal weights, or a strategy that has them."));
    }
  }

  private static Strategy strategy(
      Experiment experiment, Catalog catalog, StrategySetting setting) {
    return catalog
        .get(experiment, ComponentKind.STRATEGY, StrategyFactory.class)
        .create(experiment.section(ComponentKind.STRATEGY).parameters(), setting);
  }

  private static SimulatedAttack attack(Experiment experiment, Catalog catalog, FederatedDataset data) {
    ComponentSpec chosen = experiment.section(ComponentKind.ATTACK);
    return catalog
        .get(experiment, ComponentKind.ATTACK, AttackFactory.class)
        .create(chosen.parameters(), new AttackSetting(data.task()))
        .map(
            attack ->
                new SimulatedAttack(
                    attack,
                    Attackers.of(chosen.parameters(), SimulationBackend.infos(data), experiment.seed()),
                    experiment.seed()))
        .orElseGet(SimulatedAttack::none);
  }

  /**
   * Whether updates may come from somebody who does not mean well or whose training nobody here looks after: one that
   * is not of finite numbers is then refused, instead of ending the run.
   */
  boolean distrustsUpdates() {
    return attack.attackers().count() > 0 || backend.clients().size() > simulation.clients().size();
  }

  /** Whether an update is counted; under central privacy every one is, as a zero if it must be. */
  boolean accepts(ClientUpdate update) {
    return Double.isFinite(update.norm()) || centralPrivacy().isPresent();
  }

  private static void requireEnough(Strategy strategy, ClientSampler sampler, List<ClientInfo> clients) {
    strategy
        .objection((int) Math.round(sampler.expectedCohort(clients.size())))
        .ifPresent(
            objection -> {
              throw new InvalidInputException(Problem.atField("strategy", objection));
            });
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
