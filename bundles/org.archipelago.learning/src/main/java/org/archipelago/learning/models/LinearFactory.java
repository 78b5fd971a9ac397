package org.archipelago.learning.models;

import java.util.List;
import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Network;
import org.osgi.service.component.annotations.Component;

/** Offers linear regression: one {@link Dense} layer under the chosen loss. */
@Component(service = ComponentFactory.class)
public final class LinearFactory implements ModelFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "linear",
          "Linear regression",
          "Predicts a number as a weighted sum of the features; trained on the mean squared error or on"
              + " Huber's loss.",
          "",
          LossParameters.FOR_NUMBERS);

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return kind == Task.Kind.REGRESSION;
  }

  @Override
  public Model create(ParameterValues values, Task task, Inputs inputs) {
    return new Network(
        "Linear regression",
        task,
        List.of(new Dense("dense1", inputs.columns(), task.outputs())),
        LossParameters.head(values, task));
  }
}
