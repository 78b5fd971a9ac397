package org.archipelago.learning.network;

import java.util.Arrays;

/**
 * A tensor that a {@link Layer} has. In an {@link Arena} it is a {@link Block} whose rows run over all
 * axes but the last and whose channels are the last axis.
 *
 * @param name such as {@code dense1.weight}
 * @param trained false for what is counted and not learned, such as the running statistics of batch
 *     norm: no optimiser touches it, the layer writes it itself in a training pass
 * @param shape lengths of the axes, outermost first
 */
public record ParameterSpec(String name, boolean trained, int... shape) {

  public ParameterSpec {
    shape = shape.clone();
    if (shape.length == 0 || Arrays.stream(shape).anyMatch(length -> length < 1)) {
      throw new IllegalArgumentException("%s can't have shape %s".formatted(name, Arrays.toString(shape)));
    }
  }

  /** A tensor that is learned. */
  public static ParameterSpec trained(String name, int... shape) {
    return new ParameterSpec(name, true, shape);
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** Number of scalars. */
  public long scalars() {
    return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
  }

  /** Length of the last axis. */
  public int columns() {
    return shape[shape.length - 1];
  }

  /** Product of all axes but the last. */
  public int rows() {
    return Math.toIntExact(scalars() / columns());
  }
}
