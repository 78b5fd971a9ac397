package org.archipelago.learning.network;

import java.util.Arrays;

/**
 * The memory of one worker's network: one large array, so that HotSpot puts it on a page and every
 * {@link Block} begins on a 64-byte line. First all blocks are reserved, then the array is made.
 */
public final class Arena {

  /** Floats in a line of the cache, and the widest vector that a kernel may use. */
  public static final int LINE = 16;

  /** The array's header takes 16 bytes: 12 floats later a line begins. */
  private static final int FIRST = 12;

  private long next = FIRST;
  private float[] data;

  /** Reserves rows of a shape; all zero at first. */
  public Block rows(int rows, Shape shape) {
    int stride = padded(shape.channels());
    Block block = new Block(Math.toIntExact(next), rows, shape, stride);
    reserve((long) rows * shape.positions() * stride);
    return block;
  }

  /** Where the next block will begin. */
  int mark() {
    return Math.toIntExact(next);
  }

  private void reserve(long floats) {
    if (data != null) {
      throw new IllegalStateException("the memory was made already");
    }
    next += floats;
    if (next > Integer.MAX_VALUE - LINE) {
      throw new IllegalArgumentException(
          "the model and one batch need %.1f GB, and a worker has at most 8".formatted(4e-9 * next));
    }
  }

  /** Bytes reserved. */
  public long bytes() {
    return 4 * next;
  }

  /** The array; nothing can be reserved any more. */
  public float[] data() {
    if (data == null) {
      data = new float[(int) next + LINE];
    }
    return data;
  }

  /** Zeros the first rows of a block. */
  public void clear(Block block, int rows) {
    Arrays.fill(data(), block.offset(), block.at(rows), 0f);
  }

  /** Multiplies the first rows of a block, each by a factor of its own. */
  void scaleRows(Block block, int rows, float[] factors) {
    float[] m = data();
    for (int row = 0; row < rows; row++) {
      float factor = factors[row];
      for (int i = block.at(row); i < block.at(row + 1); i++) {
        m[i] *= factor;
      }
    }
  }

  /** The width rounded up to whole lines. */
  public static int padded(int width) {
    return Math.multiplyExact(Math.floorDiv(width + LINE - 1, LINE), LINE);
  }
}
