package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  private static final List<Double> EXTREMES =
      List.of(
          1e308, Double.MIN_VALUE, -1e308, 1.0, 1e-17, -0.0, Double.MIN_NORMAL, -3.5e-310, 1e16, 1e300,
          -1e300, 0x1.fffffffffffffp1023, -0x1.fffffffffffffp1023, 0.1, -1e16);

  @Test
  void theSumIsTheDoubleNearestToTheTrueOne() {
    Random random = new Random(3);
    for (int length : new int[] {0, 1, 7, 5000}) {
      List<Double> numbers = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
      }
      assertEquals(nearest(numbers), sum(numbers).value());
    }
    assertEquals(nearest(EXTREMES), sum(EXTREMES).value());
    assertEquals(-Double.MIN_VALUE, sum(List.of(1.0, -1.0, -Double.MIN_VALUE)).value());
  }

  @Test
  void halvesAreRoundedToEvenAndWhatLiesBeyondDecides() {
    double half = 0x1p-53;
    assertEquals(1.0, sum(List.of(1.0, half)).value());
    assertEquals(Math.nextUp(1.0), sum(List.of(1.0, half, Double.MIN_VALUE)).value());
    assertEquals(-Math.nextUp(1.0), sum(List.of(-1.0, -half, -Double.MIN_VALUE)).value());
  }

  @Test
  void neitherOrderNorMergingChangesABit() {
    List<Double> numbers = new ArrayList<>(EXTREMES);
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      numbers.add(random.nextGaussian() * 1e3);
    }
    ExactSum whole = sum(numbers);
    Collections.shuffle(numbers, random);
    List<ExactSum> parts = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += 100) {
      parts.add(sum(numbers.subList(from, Math.min(numbers.size(), from + 100))));
    }
    Collections.shuffle(parts, random);
    ExactSum merged = new ExactSum();
    parts.forEach(merged::merge);
    assertEquals(whole, merged);
    assertEquals(whole.value(), merged.value());
    double plain = numbers.stream().mapToDouble(Double::doubleValue).reduce(0, (a, b) -> a + b);
    assertNotEquals(whole.value(), plain, "plain summing loses what this keeps");
  }

  @Test
  void whatIsNotFiniteIsNotForgotten() {
    ExactSum sum = sum(List.of(1.0, Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(sum.value()));
    ExactSum other = sum(List.of(1.0));
    other.merge(sum);
    assertTrue(Double.isNaN(other.value()));
  }

  private static ExactSum sum(List<Double> numbers) {
    ExactSum sum = new ExactSum();
    numbers.forEach(sum::add);
    return sum;
  }

  private static double nearest(List<Double> numbers) {
    return numbers.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }
}
