package org.archipelago.strategies.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;

/** Parameters that robust strategies share. */
final class RobustParameters {

  static final String BYZANTINE = "byzantine";
  static final String MIXING = "mixing";
  static final String BUCKET_SIZE = "bucketSize";

  private RobustParameters() {}

  /** How many wrong updates are borne, what the rule itself asks for, and what is done before it. */
  static List<ParameterDescriptor> with(ParameterDescriptor... ofRule) {
    List<ParameterDescriptor> all = new ArrayList<>();
    all.add(
        ParameterDescriptor.integer(
                BYZANTINE,
                Range.between(0, 1_000_000),
                "Clients of a cohort that may send anything (f in the papers); more of them can break the rule.")
            .withUnit("clients")
            .withDefault(1));
    all.addAll(List.of(ofRule));
    all.add(
        ParameterDescriptor.choice(
                MIXING,
                Arrays.stream(Mixing.values()).map(Mixing::id).toList(),
                "What is done before the rule, since it would take clients with unusual data for attackers: means"
                    + " over random groups (bucketing), or over the nearest n − byzantine updates of each (nearest).")
            .withDefault(Mixing.NONE.id())
            .withSource("Karimireddy et al. 2022, algorithm 1; Allouah et al. 2023, algorithm 2"));
    all.add(
        ParameterDescriptor.integer(
                BUCKET_SIZE,
                Range.between(1, 1000),
                "Updates in a group under bucketing (s); then a group is wrong as soon as one of its updates is.")
            .withUnit("updates")
            .withDefault(2)
            .withSource("Karimireddy et al. 2022, section 5.1"));
    return all;
  }
}
