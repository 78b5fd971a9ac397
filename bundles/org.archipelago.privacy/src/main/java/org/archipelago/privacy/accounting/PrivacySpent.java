package org.archipelago.privacy.accounting;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What has been spent: everything released so far is (ε, δ)-differentially private.
 *
 * @param epsilon ε in nats, 0 or more; infinite when the noise is too small for any bound
 * @param delta   δ for which ε holds, 0 &lt; δ &lt; 1
 * @param order   the Rényi order that gave the smallest ε; empty when nothing was released
 */
public record PrivacySpent(double epsilon, double delta, OptionalDouble order) {

  /** @throws IllegalArgumentException if ε is negative or not a number, or δ is out of range */
  public PrivacySpent {
    if (!(epsilon >= 0)) {
      throw Arguments.outOfRange("epsilon", epsilon, "a number >= 0");
    }
    Arguments.openUnitInterval("delta", delta);
    Objects.requireNonNull(order, "order");
  }

  /** Nothing released: ε = 0 at any δ. */
  static PrivacySpent nothing(double delta) {
    return new PrivacySpent(0, delta, OptionalDouble.empty());
  }
}
