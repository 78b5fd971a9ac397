package org.archipelago.engine;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.archipelago.learning.ModelFactory;

/**
 * An experiment whose data was read, dealt to simulated clients and encoded.
 *
 * @param request what is to be run
 * @param data of the simulated clients; its schema holds for remote ones too
 */
public record Preparation(RunRequest request, FederatedDataset data) {

  /**
   * Reads the data for a session, and makes sure that the run could begin.
   *
   * @throws InvalidInputException with all that is wrong with the experiment, its data, or how its
   *     components go together
   */
  public static Preparation of(RunRequest request, Catalog catalog, ProgressListener progress) {
    Preparation prepared = load(request, catalog, progress);
    Federation.tryForSession(prepared, catalog);
    return prepared;
  }

  static Preparation load(RunRequest request, Catalog catalog, ProgressListener progress) {
    Experiment experiment = request.experiment();
    List<Problem> problems = catalog.check(experiment);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    ComponentSpec model = experiment.section(ComponentKind.MODEL);
    ModelFactory modelFactory = catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class);
    return new Preparation(
        request,
        DatasetLoader.load(
            experiment, catalog, request.baseFolder(), modelFactory::supports, model.id(), progress));
  }
}
