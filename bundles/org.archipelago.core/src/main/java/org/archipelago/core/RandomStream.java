package org.archipelago.core;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers. Every method is defined here, not inherited, so that the same source
 * gives the same numbers on every Java release and machine.
 *
 * <p>Streams from {@link Seed} can be repeated by whoever knows the seed; what must stay secret needs a
 * stream over a cryptographic source. Not thread-safe.
 */
public final class RandomStream implements RandomGenerator {

  private final LongSupplier source;
  private double spareGaussian = Double.NaN;

  /** A stream that depends on {@code seed} alone; the generator is xoshiro256++. */
  public RandomStream(long seed) {
    this(new Xoshiro256PlusPlus(seed));
  }

  /** @param source gives 64 uniform bits at every call */
  public RandomStream(LongSupplier source) {
    this.source = source;
  }

  @Override
  public long nextLong() {
    return source.getAsLong();
  }

  /** Uniform in [0, 1), 53 bits. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in the open interval (0, 1): safe to take a logarithm of. */
  public double nextOpenDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  /**
   * Uniform in [0, bound), without bias (Lemire 2019, "Fast random integer generation in an
   * interval").
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, but is " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x1_0000_0000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * Standard normal, by Marsaglia's polar method (1964) over {@link StrictMath}, so that the bits
   * are the same everywhere.
   */
  @Override
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = v * factor;
    return u * factor;
  }

  /** Shuffles in place, every order equally likely (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
