package org.archipelago.core;

import java.util.OptionalDouble;

/**
 * The privacy spent so far.
 *
 * @param epsilon ε spent, 0 or more; infinity when nothing is guaranteed
 * @param delta δ at which ε is stated, in (0, 1)
 * @param budget the ε that must not be exceeded, when there is one
 * @param noise where the noise came from, which decides whether ε protects anybody
 * @param unit whose presence is hidden, and by which accountant, in a sentence part such as
 *     {@code one client added or removed, RDP accountant}
 */
public record PrivacyStatus(
    double epsilon, double delta, OptionalDouble budget, NoiseOrigin noise, String unit) {

  /** Where noise comes from. */
  public enum NoiseOrigin {
    /** From the experiment's seed: whoever has the seed can subtract it. */
    SIMULATED("simulated, not private"),
    /** From a keyed cryptographic generator whose key is in no record. */
    CRYPTOGRAPHIC("private");

    private final String stamp;

    NoiseOrigin(String stamp) {
      this.stamp = stamp;
    }

    /** The words that stand wherever ε is shown. */
    public String stamp() {
      return stamp;
    }
  }

  /** Whether ε lies over the budget. */
  public boolean exceeded() {
    return budget.isPresent() && epsilon > budget.getAsDouble();
  }
}
