package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelParametersTest {

  @Test
  void countsScalarsAndBytes() {
    ModelParameters parameters =
        new ModelParameters(List.of(Tensor.zeros("w", 2, 3), Tensor.zeros("b", 3), Tensor.zeros("s")));
    assertEquals(10, parameters.size());
    assertEquals(40, parameters.bytes());
  }

  @Test
  void addsAndSubtractsRoundingOnce() {
    ModelParameters sum = of(-1 - 0x1p-22f, 2);
    sum.addScaled(1 + 0x1p-23f, of(1 + 0x1p-23f, 4));
    assertArrayEquals(new float[] {0x1p-46f, 6 + 0x1p-21f}, values(sum));
    assertArrayEquals(new float[] {3, -1}, values(of(5, 1).minus(of(2, 2))));
    ModelParameters scaled = of(3, -1);
    scaled.scale(0.5f);
    assertArrayEquals(new float[] {1.5f, -0.5f}, values(scaled));
  }

  @Test
  void copiesAreTheirOwn() {
    ModelParameters original = of(1, 2);
    ModelParameters copy = original.copy();
    copy.set(of(7, 8));
    assertArrayEquals(new float[] {1, 2}, values(original));
    assertArrayEquals(new float[] {7, 8}, values(copy));
    assertArrayEquals(new float[] {0, 0}, values(original.zeros()));
  }

  @Test
  void normIsEuclideanOverAllTensors() {
    ModelParameters parameters =
        new ModelParameters(
            List.of(
                new Tensor("a", new int[] {2}, new float[] {1, 2}),
                new Tensor("b", new int[] {1}, new float[] {-2})));
    assertEquals(3, parameters.norm());
  }

  @Test
  void seesWhatIsNotFinite() {
    assertTrue(of(Float.MAX_VALUE, -0f).finite());
    assertFalse(of(0, Float.NaN).finite());
    assertFalse(of(Float.NEGATIVE_INFINITY, 0).finite());
  }

  @Test
  void hashTellsValuesNamesAndShapesApart() {
    assertEquals(of(0, 1).hash(), of(-0f, 1).hash());
    assertNotEquals(of(0, 1).hash(), of(1, 0).hash());
    float[] values = {0, 1};
    assertNotEquals(
        new ModelParameters(List.of(new Tensor("v", new int[] {2}, values))).hash(),
        new ModelParameters(List.of(new Tensor("w", new int[] {2}, values))).hash());
    assertNotEquals(
        new ModelParameters(List.of(new Tensor("v", new int[] {2}, values))).hash(),
        new ModelParameters(List.of(new Tensor("v", new int[] {1, 2}, values))).hash());
  }

  @Test
  void refusesOtherShapes() {
    ModelParameters other = new ModelParameters(List.of(Tensor.zeros("v", 3)));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> of(1, 2).addScaled(1, other));
    assertEquals("parameters [v[3]] are not of shapes [v[2]]", refused.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new Tensor("v", new int[] {3}, new float[2]));
  }

  private static ModelParameters of(float... values) {
    return new ModelParameters(List.of(new Tensor("v", new int[] {values.length}, values)));
  }

  private static float[] values(ModelParameters parameters) {
    return parameters.tensors().get(0).values();
  }
}
