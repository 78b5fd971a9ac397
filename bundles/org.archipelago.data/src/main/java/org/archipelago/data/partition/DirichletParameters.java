package org.archipelago.data.partition;

import java.util.List;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;

/**
 * What both Dirichlet partitions take.
 *
 * @param clients how many there are
 * @param alpha concentration
 * @param minimum rows of every client at least
 */
record DirichletParameters(int clients, double alpha, int minimum) {

  private static final String ALPHA = "alpha";

  /** Range of the concentration for which the sampler is tested. */
  private static final Range TESTED = Range.between(1e-3, 1e6);

  /** @param alpha what the concentration does */
  static List<ParameterDescriptor> descriptors(String alpha) {
    return List.of(
        Deal.clientsParameter(),
        ParameterDescriptor.number(ALPHA, TESTED, alpha),
        Deal.minimumParameter());
  }

  static DirichletParameters of(ParameterValues values) {
    return new DirichletParameters(
        values.integer(Deal.CLIENTS), values.number(ALPHA), values.integer(Deal.MINIMUM));
  }
}
