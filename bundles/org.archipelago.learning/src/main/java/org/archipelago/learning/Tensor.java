package org.archipelago.learning;

import java.util.Arrays;

/**
 * A named array of numbers.
 *
 * @param name such as {@code dense1.weight}
 * @param shape lengths of the axes, outermost first
 * @param values row-major; as long as the product of the shape. Handed over, not copied
 */
public record Tensor(String name, int[] shape, float[] values) {

  public Tensor {
    shape = shape.clone();
    if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != values.length) {
      throw new IllegalArgumentException(
          "tensor %s of shape %s does not have %d values"
              .formatted(name, Arrays.toString(shape), values.length));
    }
  }

  /** A tensor of zeros. */
  public static Tensor zeros(String name, int... shape) {
    return new Tensor(name, shape, new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)]);
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && name.equals(that.name)
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return name + Arrays.toString(shape);
  }
}
