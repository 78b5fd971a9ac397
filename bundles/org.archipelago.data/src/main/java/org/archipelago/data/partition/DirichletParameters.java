package org.archipelago.data.partition;

import java.util.List;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;

/**
 * What Dirichlet partitions take.
 *
 * @param clients how many there are
 * @param alpha concentration
 * @param minimum rows of every client at least
 */
record DirichletParameters(int clients, double alpha, int minimum) {

  private static final String ALPHA = "alpha";

  /** Range of the concentration for which the sampler is tested. */
  static final Range TESTED = Range.between(1e-3, 1e6);

  /** @param alpha what the concentration does */
  static List<ParameterDescriptor> descriptors(String alpha) {
    return List.of(
        Deal.clientsParameter(),
        alpha(alpha),
        Deal.minimumParameter());
  }

  /** The concentration alone. */
  static ParameterDescriptor alpha(String text) {
    return ParameterDescriptor.number(ALPHA, TESTED, text);
  }

  static double alpha(ParameterValues values) {
    return values.number(ALPHA);
  }

  static DirichletParameters of(ParameterValues values) {
    return new DirichletParameters(
        values.integer(Deal.CLIENTS), alpha(values), values.integer(Deal.MINIMUM));
  }
}
