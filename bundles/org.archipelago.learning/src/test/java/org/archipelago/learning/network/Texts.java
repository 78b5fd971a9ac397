package org.archipelago.learning.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;

/** Networks on texts, and texts of different lengths in which words come again. */
final class Texts {

  static final int VOCABULARY = 7;

  private static final Task TAGS = Task.tagging("tag", List.of("O", "B-X", "I-X"));

  private Texts() {}

  /** Two recurrent layers, the first in both directions. */
  static Network tagger(Cell cell, int length, int width) {
    Embedding embedding = new Embedding("embedding", length, VOCABULARY, width);
    Recurrent first = new Recurrent("first", cell, embedding.output(), width + 1, true);
    Recurrent second = new Recurrent("second", cell, first.output(), width, false);
    Dense dense = new Dense("dense1", second.output(), 3);
    return new Network(
        "Tagger", TAGS, List.of(embedding, first, second, dense), () -> new SoftmaxCrossEntropy(3));
  }

  /** A recurrent layer in both directions, and what of its states counts. */
  static Network classifier(Cell cell, boolean last) {
    Embedding embedding = new Embedding("embedding", 6, VOCABULARY, 5);
    Recurrent recurrent = new Recurrent("first", cell, embedding.output(), 4, true);
    List<Layer> layers = new ArrayList<>(List.of(embedding, recurrent));
    layers.add(new PoolWords(recurrent.output(), last, 4));
    layers.add(new Dense("dense1", 8, 3));
    return new Network("Text", Fixtures.CLASSES, layers, () -> new SoftmaxCrossEntropy(3));
  }

  /** Texts of one word up to as many as there are places, and targets unrelated to them. */
  static Examples noise(Model model, int rows, long seed) {
    RandomStream random = new RandomStream(seed);
    int places = model.columns();
    boolean tagging = model.task().kind() == Task.Kind.TAGGING;
    int width = tagging ? places : 1;
    float[] words = new float[rows * places];
    float[] targets = new float[rows * width];
    Arrays.fill(targets, Examples.NONE);
    for (int row = 0; row < rows; row++) {
      int length = row == 0 ? places : 1 + random.nextInt(places);
      for (int place = 0; place < length; place++) {
        words[row * places + place] = 1 + random.nextInt(VOCABULARY - 1);
        if (tagging || place == 0) {
          targets[row * width + place] = random.nextInt(3);
        }
      }
    }
    return new Examples(places, words, width, targets);
  }
}
