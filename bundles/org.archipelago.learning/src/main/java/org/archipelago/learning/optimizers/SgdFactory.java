package org.archipelago.learning.optimizers;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.OptimizerFactory;
import org.osgi.service.component.annotations.Component;

/** Offers {@link Sgd}. */
@Component(service = ComponentFactory.class)
public final class SgdFactory implements OptimizerFactory {

  private static final String MOMENTUM = "momentum";
  private static final String NESTEROV = "nesterov";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "sgd",
          "SGD",
          "Stochastic gradient descent, with or without momentum.",
          "Robbins and Monro 1951, A stochastic approximation method",
          List.of(
              Parameters.learningRate(0.1),
              ParameterDescriptor.number(
                      MOMENTUM,
                      Range.between(0, 0.9999),
                      "Share of the last step that the next one keeps; 0 for none.")
                  .withDefault(0.0)
                  .withSource("Polyak 1964, Some methods of speeding up the convergence"),
              ParameterDescriptor.flag(
                      NESTEROV, "Whether the momentum looks one step ahead (Nesterov's).")
                  .withDefault(false)
                  .withSource(
                      "Sutskever et al. 2013, On the importance of initialization and momentum in deep"
                          + " learning"),
              Parameters.weightDecay(0.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return new Sgd(
        Parameters.number(values, Parameters.LEARNING_RATE),
        Parameters.number(values, MOMENTUM),
        values.has(NESTEROV) && values.flag(NESTEROV),
        Parameters.number(values, Parameters.WEIGHT_DECAY));
  }
}
