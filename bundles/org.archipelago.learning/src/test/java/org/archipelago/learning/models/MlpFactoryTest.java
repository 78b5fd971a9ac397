package org.archipelago.learning.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.junit.jupiter.api.Test;

class MlpFactoryTest {

  @Test
  void takesWholeWidths() {
    assertEquals(List.of(), check(List.of(64.0)));
    assertEquals(List.of(), check(List.of(200.0, 200.0)));
  }

  @Test
  void refusesFractionsNoneAndTooMany() {
    assertEquals(
        List.of(
            Problem.atField(
                "model.hidden",
                "Found [64.5], but the widths of the hidden layers are 1 to 16 whole numbers, such as [64]"
                    + " or [200, 200]; for no hidden layer choose the model softmax or linear.")),
        check(List.of(64.5)));
    assertEquals(1, check(List.of()).size());
    assertEquals(1, check(Collections.nCopies(17, 4.0)).size());
  }

  private static List<Problem> check(List<Double> hidden) {
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      sections.put(kind, new ComponentSpec("none", ParameterValues.NONE));
    }
    sections.put(
        ComponentKind.MODEL, new ComponentSpec("mlp", new ParameterValues(Map.of("hidden", hidden))));
    return new MlpFactory().check(new Experiment("Test", "", new Seed(1), sections));
  }
}
