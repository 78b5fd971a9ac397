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

/** Offers multinomial logistic regression: one {@link Dense} layer under the chosen loss. */
@Component(service = ComponentFactory.class)
public final class SoftmaxFactory implements ModelFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "softmax",
          "Softmax regression",
          "Multinomial logistic regression: class probabilities from weighted sums of the features.",
          "Bishop 2006, Pattern Recognition and Machine Learning, section 4.3.4",
          LossParameters.FOR_CLASSES);

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return kind == Task.Kind.CLASSIFICATION;
  }

  @Override
  public Model create(ParameterValues values, Task task, Inputs inputs) {
    return new Network(
        "Softmax regression",
        task,
        List.of(new Dense("dense1", inputs.columns(), task.outputs())),
        LossParameters.head(values, task));
  }
}
