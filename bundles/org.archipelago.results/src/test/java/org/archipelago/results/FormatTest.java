package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "0.9166667, 360, 91.7 %", "0.916, 360, 91.6 %", "0.875, 32, 88 %", "0.91653, 20000, 91.65 %",
    "1, 360, 100 %", "0.9999, 360, 99.9 %", "0.999, 20, 99.9 %", "0, 360, 0.0 %"
  })
  void sharesShowWhatTheirRowsCanTellApart(double share, long rows, String text) {
    assertEquals(text, Format.percent(share, rows));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "3.8472, 3.85", "3.8512, 3.86", "3.85, 3.85", "4, 4.00", "0.62, 0.62", "0.04213, 0.043",
    "12.34, 12.4", "103.2, 104", "Infinity, ∞"
  })
  void epsilonIsNeverUnderstated(double epsilon, String text) {
    assertEquals(text, Format.epsilon(epsilon));
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "0.05, 0.05", "1e-5, 1e-5", "2.5e-7, 2.5e-7", "300, 300", "0.2, 0.2", "3e12, 3e12",
    "0, 0", "Infinity, ∞"})
  void plainNumbersLookAsTyped(double value, String text) {
    assertEquals(text, Format.plain(value));
  }

  @ParameterizedTest
  @CsvSource({"0.21345, 0.213", "12.345, 12.3", "0, 0", "123.4, 123", "0.00001234, 1.23e-5",
    "2345678, 2.35e6", "NaN, not a number", "0.0123, 0.0123"})
  void measuresHaveThreeDigits(double value, String text) {
    assertEquals(text, Format.measure(value));
  }

  @ParameterizedTest
  @CsvSource({"812, 812 B", "1240000, 1.24 MB", "999, 999 B", "999999, 1.00 MB", "12400, 12.4 kB",
    "124000, 124 kB"})
  void bytesCarryTheirUnit(double bytes, String text) {
    assertEquals(text, Format.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0.0123, 12 ms", "4.23, 4.2 s", "42.3, 42 s", "75, 1 min 15 s", "7500, 2 h 5 min",
    "59.96, 1 min 0 s", "0.9996, 1.0 s"})
  void durationsAreReadAloud(double seconds, String text) {
    assertEquals(text, Format.duration(seconds));
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1,437", Format.count(1437));
      assertEquals("0.213", Format.measure(0.213));
      assertEquals("0.872", Format.coefficient(0.872));
      assertEquals("1.24 MB", Format.bytes(1.24e6));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void coefficientsHaveAProperMinusAndNoNegativeZero() {
    assertEquals("−3.200", Format.coefficient(-3.2));
    assertEquals("0.000", Format.coefficient(-0.0001));
    assertEquals("not a number", Format.coefficient(Double.NaN));
    assertEquals("−∞", Format.coefficient(Double.NEGATIVE_INFINITY));
  }

  @Test
  void numeralAndNounAgree() {
    assertEquals("1 round", Format.many(1, "round", "rounds"));
    assertEquals("1,200 rounds", Format.many(1200, "round", "rounds"));
  }
}
