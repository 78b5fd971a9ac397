package org.archipelago.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterDescriptorTest {

  private static final ParameterDescriptor RATE =
      ParameterDescriptor.number("rate", Range.above(0, 1), "Share of clients.");

  @Test
  void saysWhatIsAllowed() {
    assertEquals("a number greater than 0 and at most 1", RATE.allowed());
    assertEquals(
        "a whole number of at least 1",
        ParameterDescriptor.integer("rounds", Range.atLeast(1), "Rounds.").allowed());
    assertEquals(
        "one of examples, equal",
        ParameterDescriptor.choice("weights", List.of("examples", "equal"), "Weights.").allowed());
  }

  @Test
  void saysWhatIsAllowedInTheLanguageOfTheProcess() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINESE);
      assertEquals("数值，大于 0 且不大于 1", RATE.localizedAllowed());
      Locale.setDefault(Locale.ENGLISH);
      assertEquals(RATE.allowed(), RATE.localizedAllowed());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void takesADefaultThatItAllows() {
    ParameterDescriptor descriptor = RATE.withDefault(0.5);
    assertEquals(Optional.of(0.5), descriptor.defaultValue());
    assertEquals(false, descriptor.required());
  }

  @Test
  void refusesADefaultOfAnotherTypeOrOutOfRange() {
    IllegalArgumentException wrongType =
        assertThrows(IllegalArgumentException.class, () -> RATE.withDefault(1));
    assertEquals(
        "the default of 'rate' is Integer 1, which the parameter itself does not allow",
        wrongType.getMessage());
    assertThrows(IllegalArgumentException.class, () -> RATE.withDefault(0.0));
    ParameterDescriptor choice = ParameterDescriptor.choice("c", List.of("a"), "Choice.");
    assertThrows(IllegalArgumentException.class, () -> choice.withDefault("b"));
    ParameterDescriptor texts = ParameterDescriptor.texts("t", "Texts.");
    assertThrows(IllegalArgumentException.class, () -> texts.withDefault(List.of(1)));
  }
}
