package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.network.PoolWords;
import org.archipelago.learning.network.Shape;
import org.osgi.service.component.annotations.Component;

/** Offers models of whole texts: vectors of words, recurrent layers, and a dense layer on what these come to. */
@Component(service = ComponentFactory.class)
public final class TextFactory implements ModelFactory {

  private static final String POOLING = "pooling";
  private static final String MEAN = "mean";
  private static final String LAST = "last";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "text",
          "Text classifier",
          "Gives a whole text a class or a number: a recurrent network over vectors of words.",
          "Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 10",
          parameters());

  private static List<ParameterDescriptor> parameters() {
    List<ParameterDescriptor> parameters = new ArrayList<>(WordLayers.PARAMETERS);
    parameters.add(
        ParameterDescriptor.choice(
                POOLING,
                List.of(MEAN, LAST),
                "What is taken of the states at all words: their mean, or the last of each direction.")
            .withDefault(MEAN));
    parameters.addAll(LossParameters.FOR_CLASSES);
    parameters.addAll(LossParameters.FOR_NUMBERS);
    return parameters;
  }

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return kind != Task.Kind.TAGGING;
  }

  @Override
  public boolean takesWords() {
    return true;
  }

  @Override
  public Model create(ParameterValues given, Task task, Inputs inputs) {
    ParameterValues values = DESCRIPTOR.withDefaults(given);
    List<Layer> layers = WordLayers.of(values, inputs);
    Shape states = layers.get(layers.size() - 1).output();
    int reversed = values.flag(WordLayers.BOTH_WAYS) ? states.channels() / 2 : states.channels();
    layers.add(new PoolWords(states, values.text(POOLING).equals(LAST), reversed));
    layers.add(new Dense("dense1", states.channels(), task.outputs()));
    return new Network(
        WordLayers.family("Text classifier", values), task, layers, LossParameters.head(values, task));
  }
}
