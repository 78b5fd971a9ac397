package org.archipelago.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void rowsWithSeveralTargetsAreChosenWhole() {
    Examples texts =
        new Examples(2, new float[] {1, 2, 3, 0, 4, 5}, 2, new float[] {0, 1, 2, Examples.NONE, 1, 1});
    assertEquals(3, texts.rows());
    assertEquals(
        new Examples(2, new float[] {4, 5, 1, 2}, 2, new float[] {1, 1, 0, 1}),
        texts.select(new int[] {2, 0}));
  }

  @Test
  void targetsThatMakeNoRowsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Examples(1, new float[1], 2, new float[3]));
    assertThrows(
        IllegalArgumentException.class, () -> new Examples(1, new float[2], 2, new float[2]));
  }
}
