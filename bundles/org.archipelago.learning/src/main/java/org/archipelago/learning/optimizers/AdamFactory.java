package org.archipelago.learning.optimizers;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.OptimizerFactory;
import org.osgi.service.component.annotations.Component;

/** Offers {@link Adam}. */
@Component(service = ComponentFactory.class)
public final class AdamFactory implements OptimizerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "adam",
          "Adam",
          "Steps of about equal size for every weight, from running means of gradient and square.",
          "Kingma and Ba 2015, Adam: a method for stochastic optimization",
          List.of(
              Parameters.learningRate(0.001),
              Betas.FIRST,
              Betas.SECOND,
              Parameters.epsilon(1e-8),
              Parameters.weightDecay(0.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return Betas.adam(values, false);
  }
}
