package org.archipelago.learning.optimizers;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.OptimizerFactory;
import org.osgi.service.component.annotations.Component;

/** Offers Adagrad, a {@link RootMeanSquare}. */
@Component(service = ComponentFactory.class)
public final class AdagradFactory implements OptimizerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "adagrad",
          "Adagrad",
          "Divides each gradient by the root of the sum of its squares so far.",
          "Duchi, Hazan and Singer 2011, Adaptive subgradient methods, section 1.1",
          List.of(
              Parameters.learningRate(0.01),
              Parameters.epsilon(1e-10),
              Parameters.weightDecay(0.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return new RootMeanSquare(
        Parameters.number(values, Parameters.LEARNING_RATE),
        1,
        Parameters.number(values, Parameters.EPSILON),
        Parameters.number(values, Parameters.WEIGHT_DECAY));
  }
}
