package org.archipelago.learning;

/**
 * Moves the rows of a batch to where the model errs more, and so trains it against an adversary who may change
 * every feature of a row a little. With one step of the radius it is FGSM (Goodfellow, Shlens and Szegedy 2015,
 * "Explaining and harnessing adversarial examples", section 4); with more, from a random place, PGD (Madry et
 * al. 2018, "Towards deep learning models resistant to adversarial attacks", section 2.1).
 *
 * <p>Deviations: rows are not cut to a range of valid values, since features are scaled; while a row is moved,
 * layers compute as for a prediction (no dropout, running statistics in batch norm), so that batch norm counts
 * each batch once.
 *
 * @param radius ε, how far any one feature may be moved, in units of the scaled features; 0 for no adversary
 * @param steps along the sign of the gradient, at least 1
 * @param stepSize how far one of them goes
 * @param randomStart whether the steps begin at a random place within the radius instead of at the row
 */
public record Adversary(float radius, int steps, float stepSize, boolean randomStart) {

  /** Trains on the rows as they are. */
  public static final Adversary NONE = new Adversary(0, 1, 0, false);

  /** The steps together go this many times as far as the radius: Madry et al. 2018, section 5. */
  private static final float REACH = 2.5f;

  public Adversary {
    if (!(radius >= 0) || steps < 1 || !(stepSize >= 0)) {
      throw new IllegalArgumentException(
          "no adversary of radius %s takes %d steps of %s".formatted(radius, steps, stepSize));
    }
  }

  /** The fast gradient sign method. */
  public static Adversary fgsm(float radius) {
    return new Adversary(radius, 1, radius, false);
  }

  /** Projected gradient descent, with steps of 2.5 · radius / steps. */
  public static Adversary pgd(float radius, int steps) {
    return new Adversary(radius, steps, REACH * radius / steps, true);
  }

  /** Whether rows are moved at all. */
  public boolean active() {
    return radius > 0;
  }
}
