package org.archipelago.core;

/**
 * The experiment's seed, from which every stream of randomness is derived by purpose, round and
 * client. Two streams of different purpose, round or client are unrelated, and none depends on
 * which thread asks, or when.
 *
 * @param value the number in the experiment file
 */
public record Seed(long value) {

  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The stream for something done once in an experiment, such as drawing the hold-out. */
  public RandomStream stream(String purpose) {
    return stream(purpose, 0, 0);
  }

  /** The stream for something done once a round, such as choosing the cohort. */
  public RandomStream stream(String purpose, int round) {
    return stream(purpose, round, 0);
  }

  /** The stream for something that one client does in one round. */
  public RandomStream stream(String purpose, int round, int client) {
    long state = mix(value + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state ^ purpose.charAt(i)) + GOLDEN;
    }
    state = mix(state ^ round) + GOLDEN;
    state = mix(state ^ client) + GOLDEN;
    return new RandomStream(state);
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood 2014). */
  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
