package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.Experiment;
import org.archipelago.core.Inputs;
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
import org.archipelago.learning.network.Dropout;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.network.Shape;
import org.osgi.service.component.annotations.Component;

/**
 * Offers multilayer perceptrons: {@link Dense} layers with an {@link Activation} and, if asked for,
 * {@link Dropout} between them, for classes and for numbers.
 */
@Component(service = ComponentFactory.class)
public final class MlpFactory implements ModelFactory {

  private static final String HIDDEN = "hidden";
  private static final String ACTIVATION = "activation";
  private static final String DROPOUT = "dropout";
  private static final int MOST_LAYERS = 16;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "mlp",
          "MLP",
          "Multilayer perceptron: fully connected layers with an activation function between them.",
          "Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 6",
          parameters());

  private static List<ParameterDescriptor> parameters() {
    List<ParameterDescriptor> parameters = new ArrayList<>();
    parameters.add(
        ParameterDescriptor.numbers(
                HIDDEN,
                Range.between(1, 4096),
                "Widths of the hidden layers, first to last: 1 to 16 whole numbers.")
            .withDefault(List.of(64.0))
            .withUnit("units"));
    parameters.add(
        ParameterDescriptor.choice(
                ACTIVATION,
                Stream.of(Activation.values()).map(Activation::id).toList(),
                "What each hidden layer applies to its sums.")
            .withDefault(Activation.RELU.id())
            .withSource("Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.3"));
    parameters.add(
        ParameterDescriptor.number(
                DROPOUT,
                Range.between(0, 0.95),
                "Probability with which a hidden unit is left out of a training step; 0 for none.")
            .withDefault(0.0)
            .withSource(
                "Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from"
                    + " overfitting"));
    parameters.addAll(LossParameters.FOR_CLASSES);
    parameters.addAll(LossParameters.FOR_NUMBERS);
    return parameters;
  }

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
    return kind != Task.Kind.TAGGING;
  }

  @Override
  public Model create(ParameterValues values, Task task, Inputs inputs) {
    Activation activation =
        values.has(ACTIVATION) ? Activation.of(values.text(ACTIVATION)) : Activation.RELU;
    double dropout = values.has(DROPOUT) ? values.number(DROPOUT) : 0;
    List<Layer> layers = new ArrayList<>();
    Shape shape = Shape.flat(inputs.columns());
    int number = 1;
    for (double hidden : values.numbers(HIDDEN)) {
      layers.add(new Dense("dense" + number++, shape, (int) hidden));
      shape = Shape.flat((int) hidden);
      layers.add(new Activate(activation, shape));
      if (dropout > 0) {
        layers.add(new Dropout(dropout, shape));
      }
    }
    layers.add(new Dense("dense" + number, shape, task.outputs()));
    return new Network(
        "MLP with " + activation.title(), task, layers, LossParameters.head(values, task));
  }
}
