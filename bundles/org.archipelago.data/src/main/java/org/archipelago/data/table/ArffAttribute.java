package org.archipelago.data.table;

import java.util.List;

/**
 * An attribute that an ARFF file declares.
 *
 * @param name of its column
 * @param numeric whether it holds numbers
 * @param values the values that it may have, in their order; empty if any
 */
record ArffAttribute(String name, boolean numeric, List<String> values) {

  /** What a sparse row has where it says nothing. */
  String unsaid() {
    if (numeric) {
      return "0";
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean takes(String value) {
    return values.isEmpty() || values.contains(value);
  }
}
