package org.archipelago.learning.network;

import java.util.function.Supplier;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Adversary;

/** Moves the rows of a batch as an {@link Adversary} does. */
final class RowMover {

  private final Arena arena;
  private final Block batch;
  private float[] clean = {};

  RowMover(Arena arena, Block batch) {
    this.arena = arena;
    this.batch = batch;
  }

  /**
   * @param rows how many rows of the batch there are
   * @param random draws the places to begin at
   * @param inputGradient computes the gradient of the loss with respect to the rows as they lie now, up to a
   *     positive factor
   */
  void move(int rows, Adversary adversary, RandomStream random, Supplier<Block> inputGradient) {
    int length = rows * batch.rowStride();
    if (clean.length < length) {
      clean = new float[length];
    }
    System.arraycopy(arena.data(), batch.offset(), clean, 0, length);
    if (adversary.randomStart()) {
      everyValue(rows, at -> clean[at] + adversary.radius() * (float) (2 * random.nextDouble() - 1));
    }
    for (int step = 0; step < adversary.steps(); step++) {
      int gradient = inputGradient.get().offset();
      float[] m = arena.data();
      everyValue(rows, at ->
          within(
              adversary.radius(),
              clean[at],
              m[batch.offset() + at] + adversary.stepSize() * Math.signum(m[gradient + at])));
    }
  }

  private static float within(float radius, float centre, float value) {
    return Math.max(centre - radius, Math.min(centre + radius, value));
  }

  /** Sets every value but the padding; {@code value} is given where it lies in the batch. */
  private void everyValue(int rows, FloatAt value) {
    float[] m = arena.data();
    for (int place = 0; place < rows * batch.shape().positions(); place++) {
      int from = place * batch.stride();
      for (int at = from; at < from + batch.shape().channels(); at++) {
        m[batch.offset() + at] = value.get(at);
      }
    }
  }

  private interface FloatAt {
    float get(int at);
  }
}
