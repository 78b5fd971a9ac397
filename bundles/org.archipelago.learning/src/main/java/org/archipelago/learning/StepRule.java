package org.archipelago.learning;

/**
 * What a training step does: lets an adversary move the rows, clips the gradient of the mean loss, adds what
 * holds the parameters back, and hands it to the optimiser.
 *
 * @param optimizer makes the step
 * @param clip largest L2 norm of the gradient over all parameters, a longer one is shortened to it; 0 for
 *     any (Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural networks",
 *     algorithm 1)
 * @param l1 λ of λ·|w|, which pulls every weight towards 0 by the same amount; 0 for none
 * @param proximal μ of μ/2·|w − w₀|², which holds a client near the parameters it started from; 0 for none
 *     (Li et al. 2020, "Federated optimization in heterogeneous networks", FedProx)
 * @param adversary moves the rows before each step
 */
public record StepRule(Optimizer optimizer, float clip, float l1, float proximal, Adversary adversary) {

  /** The optimiser alone. */
  public static StepRule of(Optimizer optimizer) {
    return new StepRule(optimizer, 0, 0, 0, Adversary.NONE);
  }

  /** Whether a step is {@code w ← w − η·g} of the batch's gradient and nothing else. */
  public boolean plain() {
    return optimizer.plain() && clip == 0 && l1 == 0 && proximal == 0;
  }
}
