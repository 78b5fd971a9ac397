package org.archipelago.learning.network;

/**
 * Where rows of equal shape lie in an {@link Arena}: value {@code channel} at place {@code position} of
 * row {@code row} is at {@code at(row) + position · stride + channel}. Each place begins on a boundary of
 * {@link Arena#LINE} values. What lies between {@code channels} and {@code stride} is padding that
 * kernels read and write as they please: it is finite where the values are, and it never reaches a value.
 *
 * @param offset of the first value
 * @param rows how many there are
 * @param shape of a row
 * @param stride from one place to the next, a multiple of {@link Arena#LINE}
 */
public record Block(int offset, int rows, Shape shape, int stride) {

  /** Where a row begins. */
  public int at(int row) {
    return offset + row * rowStride();
  }

  /** From one row to the next. */
  public int rowStride() {
    return shape.positions() * stride;
  }
}
