package org.archipelago.strategies;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.TrainingSection;

/**
 * What a strategy that reckons with the clients' steps knows of them; the local optimiser is SGD.
 *
 * @param training the experiment's section {@code training}
 */
record LocalSgd(ParameterValues training) {

  private static final String MOMENTUM = "momentum";

  /** Learning rate of a round, as clients use it. */
  double rate(int round) {
    double rate = (float) optimizer().parameters().number("learningRate");
    return (float) (rate * TrainingSection.schedule(training).at(round));
  }

  /** μ of the proximal term; 0 for none. */
  double proximal() {
    return training.has(TrainingSection.PROXIMAL) ? training.number(TrainingSection.PROXIMAL) : 0;
  }

  /** Momentum; 0 for none. */
  double momentum() {
    return optimizer().parameters().number(MOMENTUM);
  }

  private ComponentSpec optimizer() {
    return training.component(TrainingSection.OPTIMIZER);
  }

  /** A problem where clients don't train by SGD, or by SGD with momentum where that is not reckoned with. */
  static List<Problem> check(Experiment experiment, boolean withMomentum) {
    String strategy = experiment.section(ComponentKind.STRATEGY).id();
    ComponentSpec optimizer =
        experiment.section(ComponentKind.TRAINING).parameters().component(TrainingSection.OPTIMIZER);
    if (!optimizer.id().equals("sgd")) {
      return List.of(
          Problem.atField(
              "training.optimizer.id",
              "Found %s, but %s reckons with steps of plain gradients: take sgd.".formatted(optimizer.id(), strategy)));
    }
    if (!withMomentum && optimizer.parameters().number(MOMENTUM) > 0) {
      return List.of(
          Problem.atField(
              "training.optimizer.momentum",
              "%s reckons with steps of plain gradients: set momentum to 0.".formatted(strategy)));
    }
    return List.of();
  }
}
