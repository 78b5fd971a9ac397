package org.archipelago.engine;

import org.archipelago.core.RandomStream;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * Makes long vectors short so that inner products stay the same on average: every value is added to or taken from one
 * place drawn for it. Vectors that are short enough stay as they are.
 */
final class Sketch {

  private final int width;
  /** The place of every value, or its complement where it is to be taken away; none where all are kept. */
  private final int[] places;

  Sketch(int size, int widest, RandomStream random) {
    if (size <= widest) {
      width = size;
      places = new int[0];
      return;
    }
    width = widest;
    places = new int[size];
    for (int i = 0; i < size; i++) {
      int place = random.nextInt(width);
      places[i] = random.nextInt(2) == 0 ? place : ~place;
    }
  }

  float[] of(ModelParameters vector) {
    if (places.length == 0) {
      return vector.flat();
    }
    float[] sketch = new float[width];
    int at = 0;
    for (Tensor tensor : vector.tensors()) {
      for (float value : tensor.values()) {
        int place = places[at++];
        if (place >= 0) {
          sketch[place] += value;
        } else {
          sketch[~place] -= value;
        }
      }
    }
    return sketch;
  }
}
