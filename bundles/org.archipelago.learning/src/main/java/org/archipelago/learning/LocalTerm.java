package org.archipelago.learning;

import java.util.Optional;

/**
 * What a federated strategy adds to the loss of one client in one round: {@code ⟨c, w⟩ + μ/2·|w − w₀|²}, with w₀ the
 * parameters it starts from. Its gradient joins that of the batch before the optimiser sees it, behind any clipping.
 *
 * @param linear c, of the model's names and shapes, not changed; nothing for 0. What is not trained is left out
 * @param proximal μ, 0 or more
 */
public record LocalTerm(Optional<ModelParameters> linear, float proximal) {

  /** Adds nothing. */
  public static final LocalTerm NONE = new LocalTerm(Optional.empty(), 0);

  /** Whether it changes nothing. */
  public boolean none() {
    return linear.isEmpty() && proximal == 0;
  }
}
