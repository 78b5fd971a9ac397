package org.archipelago.federation;

import org.archipelago.learning.ModelParameters;

/**
 * Privacy that a trusted server sees to: it bounds each update and noises their sum.
 *
 * <p>The round loop's duties: process every update; add up with equal weights; write the charge to disk; only
 * then {@link #perturb} the sum, and divide it by {@link #denominator()}. An empty cohort is noised like any
 * other. Records that leave the screen tell no cohort.
 */
public non-sealed interface CentralPrivacy extends PrivacyMechanism {

  /** What every update goes through before it is added up; thread-safe. */
  UpdateProcessor processor();

  /** Adds noise to the sum of processed updates, in place. */
  void perturb(ModelParameters sum, RoundContext context);

  /** What the noised sum is divided by: the public expected cohort, greater than 0. */
  double denominator();
}
