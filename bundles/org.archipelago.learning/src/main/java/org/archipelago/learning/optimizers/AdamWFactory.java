package org.archipelago.learning.optimizers;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Optimizer;
import org.archipelago.learning.OptimizerFactory;
import org.osgi.service.component.annotations.Component;

/** Offers {@link Adam} with decoupled weight decay. */
@Component(service = ComponentFactory.class)
public final class AdamWFactory implements OptimizerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.OPTIMIZER,
          "adamw",
          "AdamW",
          "Adam with weight decay apart from the gradient.",
          "Loshchilov and Hutter 2019, Decoupled weight decay regularization",
          List.of(
              Parameters.learningRate(0.001),
              Betas.FIRST,
              Betas.SECOND,
              Parameters.epsilon(1e-8),
              Parameters.weightDecay(0.01)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optimizer create(ParameterValues values) {
    return Betas.adam(values, true);
  }
}
