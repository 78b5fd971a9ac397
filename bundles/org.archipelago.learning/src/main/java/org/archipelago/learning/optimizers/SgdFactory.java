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

  private static final String LEARNING_RATE = "learningRate";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "sgd",
          "SGD",
          "Stochastic gradient descent with a constant learning rate, without momentum.",
          "Robbins and Monro 1951, A stochastic approximation method",
          List.of(
              ParameterDescriptor.number(
                      LEARNING_RATE, Range.above(0, 1e6), "Factor on the gradient in every step.")
                  .withDefault(0.1)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return new Sgd((float) values.number(LEARNING_RATE));
  }
}
