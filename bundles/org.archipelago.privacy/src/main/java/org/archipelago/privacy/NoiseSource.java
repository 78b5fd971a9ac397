package org.archipelago.privacy;

import org.archipelago.core.RandomStream;
import org.archipelago.federation.RoundContext;

/** Where a privacy strategy takes its randomness from. */
@FunctionalInterface
interface NoiseSource {

  /** The stream of a round for a purpose. */
  RandomStream stream(RoundContext context, String purpose);

  /** From the experiment's seed: the same in every run, and no secret. */
  static NoiseSource seeded() {
    return RoundContext::stream;
  }

  /** From a key that is drawn now, never leaves the process and is in no record. */
  static NoiseSource secret() {
    RandomStream secret = new RandomStream(new AesCtrSource());
    return (context, purpose) -> secret;
  }
}
