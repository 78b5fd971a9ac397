package org.archipelago.core;

import java.util.function.LongSupplier;

/**
 * xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4), 2021), its state filled by SplitMix64. Not cryptographic.
 */
final class Xoshiro256PlusPlus implements LongSupplier {

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  Xoshiro256PlusPlus(long seed) {
    long z = seed;
    s0 = Seed.mix(z += Seed.GOLDEN);
    s1 = Seed.mix(z += Seed.GOLDEN);
    s2 = Seed.mix(z += Seed.GOLDEN);
    s3 = Seed.mix(z + Seed.GOLDEN);
  }

  @Override
  public long getAsLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }
}
