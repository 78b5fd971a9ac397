package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;
import org.archipelago.ui.workbench.partition.SliderScale;
import org.junit.jupiter.api.Test;

/** Which values the places of a slider stand for. */
class SliderScaleTest {

  private static final ParameterDescriptor ALPHA =
      ParameterDescriptor.number("alpha", Range.between(1e-3, 1e6), "Concentration.");
  private static final ParameterDescriptor CLIENTS =
      ParameterDescriptor.integer("clients", Range.atLeast(1), "Clients.");
  private static final ParameterDescriptor SHARE =
      ParameterDescriptor.number("share", Range.inside(0, 1), "A share.");

  @Test
  void ordersOfMagnitudeAreFactors() {
    SliderScale scale = SliderScale.of(ALPHA, 70_000);
    assertTrue(scale.factors());
    assertEquals(1e-3, scale.value(0));
    assertEquals(1e6, scale.value(SliderScale.PLACES), 1e-6);
    assertEquals(0.5, scale.value(scale.place(0.5)), 0.01);
    assertEquals(1, scale.value(scale.place(1)), 0.02);
  }

  @Test
  void wholeNumbersStayWholeAndEndWhereTheyMakeSense() {
    SliderScale scale = SliderScale.of(CLIENTS, 70_000);
    assertEquals(1, scale.value(0));
    assertEquals(1000, scale.value(SliderScale.PLACES));
    for (int place = 0; place <= SliderScale.PLACES; place++) {
      assertEquals(Math.rint(scale.value(place)), scale.value(place));
    }
    assertEquals(20, SliderScale.of(CLIENTS, 20).value(SliderScale.PLACES));
    assertEquals(5000, scale.reaching(5000).value(SliderScale.PLACES), 1e-6);
  }

  @Test
  void openEndsAreNeverReached() {
    SliderScale scale = SliderScale.of(SHARE, 100);
    assertTrue(SHARE.range().contains(scale.value(0)));
    assertTrue(SHARE.range().contains(scale.value(SliderScale.PLACES)));
    double before = 0;
    for (int place = 0; place <= SliderScale.PLACES; place++) {
      assertTrue(scale.value(place) >= before, place + ": " + scale.value(place));
      before = scale.value(place);
    }
  }
}
