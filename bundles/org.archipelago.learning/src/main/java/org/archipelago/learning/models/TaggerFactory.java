package org.archipelago.learning.models;

import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.Network;
import org.osgi.service.component.annotations.Component;

/** Offers taggers: vectors of words, recurrent layers, and at every word a dense layer with the tags' scores. */
@Component(service = ComponentFactory.class)
public final class TaggerFactory implements ModelFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "tagger",
          "Tagger",
          "Gives every word of a text a tag, such as where a name begins: a recurrent network over vectors of"
              + " words.",
          "Huang, Xu and Yu 2015, Bidirectional LSTM-CRF models for sequence tagging, without the CRF",
          Stream.concat(WordLayers.PARAMETERS.stream(), LossParameters.FOR_CLASSES.stream()).toList());

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return kind == Task.Kind.TAGGING;
  }

  @Override
  public boolean takesWords() {
    return true;
  }

  @Override
  public Model create(ParameterValues given, Task task, Inputs inputs) {
    ParameterValues values = DESCRIPTOR.withDefaults(given);
    List<Layer> layers = WordLayers.of(values, inputs);
    layers.add(new Dense("dense1", layers.get(layers.size() - 1).output(), task.outputs()));
    return new Network(
        WordLayers.family("Tagger", values), task, layers, LossParameters.head(values, task));
  }
}
