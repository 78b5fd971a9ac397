package org.archipelago.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.ClientFigure;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.learning.ModelFactory;

/**
 * An experiment whose data was read, dealt to simulated clients and encoded.
 *
 * @param request what is to be run
 * @param data of the simulated clients; its schema holds for remote ones too
 * @param asks what the strategy asks of every client besides; known once it is prepared for a session
 */
public record Preparation(RunRequest request, FederatedDataset data, Set<ClientFigure> asks) {

  /**
   * Reads the data for a session, and makes sure that the run could begin.
   *
   * @throws InvalidInputException with all that is wrong with the experiment, its data, or how its
   *     components go together
   */
  public static Preparation of(RunRequest request, Catalog catalog, ProgressListener progress) {
    Preparation prepared = load(request, catalog, progress);
    return new Preparation(
        prepared.request(), prepared.data(), Federation.tryForSession(prepared, catalog).asks());
  }

  static Preparation load(RunRequest request, Catalog catalog, ProgressListener progress) {
    List<Problem> problems = catalog.check(request.experiment());
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Experiment experiment = trainingAsItsStrategyWants(request.experiment(), catalog);
    ComponentSpec model = experiment.section(ComponentKind.MODEL);
    ModelFactory modelFactory = catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class);
    return new Preparation(
        new RunRequest(experiment, request.text(), request.baseFolder(), request.threads()),
        SimulatedShift.of(
                experiment,
                catalog,
                DatasetLoader.load(
                    experiment, catalog, request.baseFolder(), modelFactory::supports, model.id(), progress))
            .data(),
        Set.of());
  }

  private static Experiment trainingAsItsStrategyWants(Experiment experiment, Catalog catalog) {
    ComponentSpec asked = experiment.section(ComponentKind.TRAINING);
    StrategyFactory strategy = catalog.get(experiment, ComponentKind.STRATEGY, StrategyFactory.class);
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(experiment.sections());
    sections.put(
        ComponentKind.TRAINING, new ComponentSpec(asked.id(), strategy.training(asked.parameters())));
    return new Experiment(experiment.name(), experiment.description(), experiment.seed(), sections);
  }
}
