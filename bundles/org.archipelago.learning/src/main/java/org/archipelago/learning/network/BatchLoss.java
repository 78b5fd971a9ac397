package org.archipelago.learning.network;

import java.util.Arrays;
import org.archipelago.core.Examples;
import org.archipelago.core.Task;

/**
 * The loss of a batch: of each row, where words are tagged the mean over its places that have targets.
 */
final class BatchLoss {

  private final Arena arena;
  private final LossHead head;
  private final Block gradient;
  private final boolean tagging;
  private final int places;
  private final float[] targets;
  private final float[] weights;
  private final float[] scores;
  private final float[] scoreGradient;

  BatchLoss(Network network, Arena arena, int maxBatch) {
    this.arena = arena;
    head = network.newLoss();
    tagging = network.task().kind() == Task.Kind.TAGGING;
    places = network.output().positions();
    gradient = arena.rows(maxBatch, network.output());
    targets = new float[maxBatch * places];
    weights = new float[maxBatch];
    scores = new float[network.task().outputs()];
    scoreGradient = new float[network.task().outputs()];
  }

  /** Targets of a row. */
  int places() {
    return places;
  }

  /** Takes over the targets and the weight of a row. */
  void load(Examples examples, int row, int slot) {
    System.arraycopy(examples.targets(), row * places, targets, slot * places, places);
    weights[slot] = examples.weight(row);
  }

  /** What the last pass wrote; may be overwritten. */
  Block gradient() {
    return gradient;
  }

  /** Summed loss, each row's times its weight, and the scaled gradient of that. */
  double gradient(Block outputs, int size, double scale) {
    float[] m = arena.data();
    double loss = 0;
    for (int i = 0; i < size; i++) {
      int words = words(i);
      double weight = weights[i];
      for (int place = 0; place < places; place++) {
        int number = i * places + place;
        int at = gradient.at(i) + place * gradient.stride();
        if (counts(number)) {
          System.arraycopy(m, outputs.at(i) + place * outputs.stride(), scores, 0, scores.length);
          loss +=
              weight * head.gradient(scores, targets[number], weight * scale / words, scoreGradient) / words;
          System.arraycopy(scoreGradient, 0, m, at, scores.length);
        } else {
          Arrays.fill(m, at, at + scores.length, 0);
        }
      }
    }
    return loss;
  }

  /** Summed loss without weights; copies the outputs out, row-major. */
  double outputs(Block outputs, int size, float[] predictions) {
    double loss = 0;
    for (int i = 0; i < size; i++) {
      int words = words(i);
      for (int place = 0; place < places; place++) {
        int number = i * places + place;
        System.arraycopy(arena.data(), outputs.at(i) + place * outputs.stride(), scores, 0, scores.length);
        System.arraycopy(scores, 0, predictions, number * scores.length, scores.length);
        loss += counts(number) ? head.loss(scores, targets[number]) / words : 0;
      }
    }
    return loss;
  }

  /** Whether a place has a target. */
  private boolean counts(int number) {
    return !tagging || targets[number] >= 0;
  }

  /** Places of a row that have targets: their losses' mean is the loss of the row. */
  private int words(int row) {
    int words = 0;
    for (int place = 0; place < places; place++) {
      words += counts(row * places + place) ? 1 : 0;
    }
    return words;
  }
}
