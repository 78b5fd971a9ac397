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

/** Offers RMSProp, a {@link RootMeanSquare}. */
@Component(service = ComponentFactory.class)
public final class RmsPropFactory implements OptimizerFactory {

  private static final String ALPHA = "alpha";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "rmsprop",
          "RMSProp",
          "Divides each gradient by the root of the running mean of its squares.",
          "Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5",
          List.of(
              Parameters.learningRate(0.01),
              ParameterDescriptor.number(
                      ALPHA,
                      Range.between(0, 0.9999),
                      "Share of the mean square that every step keeps.")
                  .withDefault(0.99),
              Parameters.epsilon(1e-8),
              Parameters.weightDecay(0.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return new RootMeanSquare(
        Parameters.number(values, Parameters.LEARNING_RATE),
        Parameters.number(values, ALPHA),
        Parameters.number(values, Parameters.EPSILON),
        Parameters.number(values, Parameters.WEIGHT_DECAY));
  }
}
