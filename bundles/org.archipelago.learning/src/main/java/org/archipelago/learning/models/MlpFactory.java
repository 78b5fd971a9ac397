package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.network.Activate;
import org.archipelago.learning.network.Activation;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.network.Shape;
import org.osgi.service.component.annotations.Component;

/**
 * Offers multilayer perceptrons: {@link Dense} layers with an {@link Activation} between them, for classes
 * and for numbers.
 */
@Component(service = ComponentFactory.class)
public final class MlpFactory implements ModelFactory {

  private static final String HIDDEN = "hidden";
  private static final int MOST_LAYERS = 16;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "mlp",
          "MLP",
          "Multilayer perceptron: fully connected layers with ReLU between them.",
          "Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 6",
          List.of(
              ParameterDescriptor.numbers(
                      HIDDEN,
                      Range.between(1, 4096),
                      "Widths of the hidden layers, first to last: 1 to 16 whole numbers.")
                  .withDefault(List.of(64.0))
                  .withUnit("units")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    List<Double> hidden = experiment.section(ComponentKind.MODEL).parameters().numbers(HIDDEN);
    boolean whole = hidden.stream().allMatch(width -> width == Math.rint(width));
    if (whole && !hidden.isEmpty() && hidden.size() <= MOST_LAYERS) {
      return List.of();
    }
    return List.of(
        Problem.atField(
            "model." + HIDDEN,
            ("Found %s, but the widths of the hidden layers are 1 to %d whole numbers, such as [64] or"
                    + " [200, 200]; for no hidden layer choose the model softmax or linear.")
                .formatted(hidden, MOST_LAYERS)));
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return true;
  }

  @Override
  public Model create(ParameterValues values, Task task, int columns) {
    List<Layer> layers = new ArrayList<>();
    int width = columns;
    int number = 1;
    for (double hidden : values.numbers(HIDDEN)) {
      layers.add(new Dense("dense" + number++, width, (int) hidden));
      layers.add(new Activate(Activation.RELU, Shape.flat((int) hidden)));
      width = (int) hidden;
    }
    layers.add(new Dense("dense" + number, width, task.outputs()));
    return new Network("MLP with ReLU", task, layers);
  }
}
