package org.archipelago.learning.optimizers;

import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;

/** What {@link AdamFactory} and {@link AdamWFactory} share. */
final class Betas {

  private static final String BETA1 = "beta1";
  private static final String BETA2 = "beta2";

  static final ParameterDescriptor FIRST =
      ParameterDescriptor.number(
              BETA1, Range.between(0, 0.9999), "Share of the mean gradient that every step keeps.")
          .withDefault(0.9);

  static final ParameterDescriptor SECOND =
      ParameterDescriptor.number(
              BETA2, Range.between(0, 0.99999), "Share of the mean square that every step keeps.")
          .withDefault(0.999);

  private Betas() {}

  static Adam adam(ParameterValues values, boolean decoupled) {
    return new Adam(
        Parameters.number(values, Parameters.LEARNING_RATE),
        Parameters.number(values, BETA1),
        Parameters.number(values, BETA2),
        Parameters.number(values, Parameters.EPSILON),
        Parameters.number(values, Parameters.WEIGHT_DECAY),
        decoupled);
  }
}
