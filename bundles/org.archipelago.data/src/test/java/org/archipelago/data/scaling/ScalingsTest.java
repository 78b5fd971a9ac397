package org.archipelago.data.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class ScalingsTest {

  private static final Supplier<Moments> SUMS = () -> new Moments(4, 10, 16);
  private static final Supplier<Moments> NOT_ASKED = () -> fail("the clients were asked");
  private static final Optional<ValueRange> RANGE = Optional.of(new ValueRange(-4, 12));

  private static Scaling scaling(String id, Map<String, Object> parameters) {
    return Fixtures.CATALOG
        .get(ComponentKind.SCALING, id, ScalingFactory.class)
        .create(Fixtures.spec(ComponentKind.SCALING, id, parameters).parameters());
  }

  @Test
  void automaticTakesThePublicRangeAndElseTheClientsSums() {
    Scaling scaling = scaling("auto", Map.of());
    assertEquals(new Affine(-4, 16), scaling.fit(RANGE, NOT_ASKED));
    assertEquals(new Affine(10, 2), scaling.fit(Optional.empty(), SUMS));
  }

  @Test
  void standardiseTakesTheClientsSumsAlways() {
    assertEquals(new Affine(10, 2), scaling("standardise", Map.of()).fit(RANGE, SUMS));
  }

  @Test
  void rangeTakesItsOwnRangeToZeroAndOne() {
    Affine map = scaling("range", Map.of("minimum", 2.0, "maximum", 4.0)).fit(RANGE, NOT_ASKED);
    assertEquals(0, map.apply(2));
    assertEquals(1, map.apply(4));
    assertEquals(1.5, map.apply(5));
  }

  @Test
  void noneChangesNothing() {
    assertEquals(7, scaling("none", Map.of()).fit(RANGE, NOT_ASKED).apply(7));
  }

  @Test
  void aRangeUpsideDownIsRefused() {
    assertEquals(
        "data.scaling.maximum: The maximum must be greater than the minimum, but 1.0 is not greater than"
            + " 2.0.",
        Fixtures.problem(() -> scaling("range", Map.of("minimum", 2.0, "maximum", 1.0))).toString());
  }
}
