package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;

class NaturalGroupsPartitionerContractTest extends PartitionerContract {

  NaturalGroupsPartitionerContractTest() {
    super(
        "natural-groups",
        Map.of(
            "column",
            "site",
            "groups",
            List.of(List.of("site 0", "site 5"), List.of("site 1", "site 2", "site 3", "site 4"))),
        2);
  }
}
