package org.archipelago.federation;

/** How a cohort is drawn, as far as an accountant needs to know it. */
public sealed interface SamplingScheme {

  /** Each client by itself with the same probability, in (0, 1]; the cohort may be empty. */
  record Poisson(double rate) implements SamplingScheme {}

  /** So many clients without replacement. */
  record FixedSize(int size) implements SamplingScheme {}

  /** All of them, every round. */
  record Everyone() implements SamplingScheme {}

  /** Anything that no amplification theorem here covers. */
  record Other(String description) implements SamplingScheme {}
}
