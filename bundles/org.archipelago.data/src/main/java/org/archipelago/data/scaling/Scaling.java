package org.archipelago.data.scaling;

import java.util.Optional;
import java.util.function.Supplier;

/** A rule that gives every numeric column its map. */
@FunctionalInterface
public interface Scaling {

  /**
   * @param publicRange range of the column that is known without looking at any row
   * @param clientSums the column's moments, added up over the clients; asking for them is what makes
   *     the result depend on the data, and is noted in the report
   */
  Affine fit(Optional<ValueRange> publicRange, Supplier<Moments> clientSums);
}
