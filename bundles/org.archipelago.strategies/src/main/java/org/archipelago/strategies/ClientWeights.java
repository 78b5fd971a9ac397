package org.archipelago.strategies;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.ClientUpdate;

/** How much a client counts in a mean: parameters that all averaging strategies share. */
final class ClientWeights {

  private static final String WEIGHTS = "weights";
  private static final String EXAMPLES = "examples";
  private static final String EQUAL = "equal";
  private static final String CAP = "weightCap";

  private ClientWeights() {}

  static List<ParameterDescriptor> parameters() {
    return List.of(
        ParameterDescriptor.choice(
                WEIGHTS,
                List.of(EXAMPLES, EQUAL),
                "Whether a client counts by the rows it holds or like every other; central privacy"
                    + " needs equal weights.")
            .withDefault(EXAMPLES)
            .withSource("McMahan et al. 2017, algorithm 1 (examples)"),
        ParameterDescriptor.integer(
                CAP,
                Range.between(1, 1_000_000_000),
                "A client that says it holds more rows counts as if it had so many, since clients may say what"
                    + " they like. Empty: no limit.")
            .withUnit("rows")
            .optional());
  }

  static boolean equal(ParameterValues values) {
    return values.text(WEIGHTS).equals(EQUAL);
  }

  /** The weight of an update, greater than 0. */
  static ToDoubleFunction<ClientUpdate> of(ParameterValues values) {
    if (equal(values)) {
      return update -> 1;
    }
    long cap = values.has(CAP) ? values.integer(CAP) : Long.MAX_VALUE;
    return update -> Math.min(update.client().rows(), cap);
  }
}
