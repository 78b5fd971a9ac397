package org.archipelago.learning.optimizers;

import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;

/** Parameters that several optimisers have. */
final class Parameters {

  static final String LEARNING_RATE = "learningRate";
  static final String WEIGHT_DECAY = "weightDecay";
  static final String EPSILON = "epsilon";

  private Parameters() {}

  static ParameterDescriptor learningRate(double usual) {
    return ParameterDescriptor.number(
            LEARNING_RATE, Range.above(0, 1e6), "Factor on every step, before any schedule.")
        .withDefault(usual);
  }

  static ParameterDescriptor weightDecay(double usual) {
    return ParameterDescriptor.number(
            WEIGHT_DECAY,
            Range.between(0, 100),
            "Pulls every weight towards 0, in proportion to it (L2, ridge); 0 for none.")
        .withDefault(usual);
  }

  static ParameterDescriptor epsilon(double usual) {
    return ParameterDescriptor.number(
            EPSILON, Range.above(0, 1), "Keeps the division apart from 0.")
        .withDefault(usual);
  }

  /** A number as a float; 0 where the values were made by hand and lack it. */
  static float number(ParameterValues values, String name) {
    return values.has(name) ? (float) values.number(name) : 0;
  }
}
