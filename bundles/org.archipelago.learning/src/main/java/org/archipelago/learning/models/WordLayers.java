package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.archipelago.core.Inputs;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.learning.network.Cell;
import org.archipelago.learning.network.Dropout;
import org.archipelago.learning.network.Embedding;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.Recurrent;
import org.archipelago.learning.network.Shape;

/** What models of texts have in common: vectors of words, and recurrent layers over them. */
final class WordLayers {

  static final String BOTH_WAYS = "bidirectional";

  private static final String EMBEDDING = "embedding";
  private static final String CELL = "cell";
  private static final String UNITS = "units";
  private static final String LAYERS = "layers";
  private static final String DROPOUT = "dropout";

  static final List<ParameterDescriptor> PARAMETERS =
      List.of(
          ParameterDescriptor.integer(
                  EMBEDDING, Range.between(1, 1024), "Length of the vector that stands for a word.")
              .withDefault(32)
              .withUnit("values"),
          ParameterDescriptor.choice(
                  CELL,
                  Stream.of(Cell.values()).map(Cell::id).toList(),
                  "What reads the text word by word: gated recurrent units, or long short-term memory, which"
                      + " has a third more weights.")
              .withDefault(Cell.GRU.id())
              .withSource(
                  "Cho et al. 2014, Learning phrase representations using RNN encoder-decoder; Hochreiter and"
                      + " Schmidhuber 1997, Long short-term memory"),
          ParameterDescriptor.integer(
                  UNITS,
                  Range.between(1, 1024),
                  "Width of a recurrent layer, in each direction.")
              .withDefault(32)
              .withUnit("units"),
          ParameterDescriptor.integer(
                  LAYERS, Range.between(1, 4), "Recurrent layers, one above the other.")
              .withDefault(1),
          ParameterDescriptor.flag(
                  BOTH_WAYS,
                  "Whether the text is also read from its end, so that the words behind a word count too.")
              .withDefault(true)
              .withSource(
                  "Graves and Schmidhuber 2005, Framewise phoneme classification with bidirectional LSTM"),
          ParameterDescriptor.number(
                  DROPOUT,
                  Range.between(0, 0.95),
                  "Probability with which a value of a word's vector or of a state is left out of a training"
                      + " step; 0 for none.")
              .withDefault(0.0)
              .withSource(
                  "Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from"
                      + " overfitting"));

  private WordLayers() {}

  /** The layers up to the states at each word; the last gives their shape. */
  static List<Layer> of(ParameterValues values, Inputs inputs) {
    double dropout = values.number(DROPOUT);
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Embedding("embedding", inputs.columns(), inputs.vocabulary(), values.integer(EMBEDDING)));
    for (int number = 1; number <= values.integer(LAYERS); number++) {
      Shape shape = drop(layers, dropout);
      String name = values.text(CELL) + number;
      layers.add(
          new Recurrent(
              name, Cell.of(values.text(CELL)), shape, values.integer(UNITS), values.flag(BOTH_WAYS)));
    }
    drop(layers, dropout);
    return layers;
  }

  private static Shape drop(List<Layer> layers, double dropout) {
    Shape shape = layers.get(layers.size() - 1).output();
    if (dropout > 0) {
      layers.add(new Dropout(dropout, shape));
    }
    return shape;
  }

  /** What people call the model, such as {@code Tagger with GRU}. */
  static String family(String title, ParameterValues values) {
    return title + " with " + values.text(CELL).toUpperCase(Locale.ROOT);
  }
}
