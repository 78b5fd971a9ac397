package org.archipelago.data.scaling;

/**
 * The map {@code x ↦ (x − offset) / scale}.
 *
 * @param offset finite
 * @param scale finite and above 0
 */
public record Affine(double offset, double scale) {

  /** Leaves every number as it is. */
  public static final Affine IDENTITY = new Affine(0, 1);

  public double apply(double x) {
    return (x - offset) / scale;
  }
}
