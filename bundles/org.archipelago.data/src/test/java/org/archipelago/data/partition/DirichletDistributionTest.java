package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class DirichletDistributionTest {

  private static final Pattern KEY = Pattern.compile("N=(\\d+),alpha=([\\d.]+)");

  @Test
  void sharesHaveTheMeanAndDeviationOfTheory() throws IOException {
    JsonNode examples = theory().get("examples");
    for (Map.Entry<String, JsonNode> example : examples.properties()) {
      Matcher key = KEY.matcher(example.getKey());
      assertTrue(key.matches());
      check(
          Integer.parseInt(key.group(1)),
          Double.parseDouble(key.group(2)),
          example.getValue().get("sd_of_share").asDouble(),
          example.getValue().get("E_HHI").asDouble());
    }
    assertEquals(8, examples.size());
  }

  private static JsonNode theory() throws IOException {
    try (InputStream in =
        DirichletDistributionTest.class.getResourceAsStream("partition_examples.json")) {
      return new ObjectMapper()
          .readTree(in)
          .get("dirichlet_theory")
          .get("class-wise split among N clients, symmetric alpha");
    }
  }

  private static void check(int size, double alpha, double deviation, double concentration) {
    RandomStream random = new RandomStream(11);
    int draws = 20_000;
    double[] firsts = new double[draws];
    double[] sums = new double[draws];
    for (int i = 0; i < draws; i++) {
      double[] shares = DirichletDistribution.draw(size, alpha, random);
      assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
      firsts[i] = shares[0];
      sums[i] = Arrays.stream(shares).map(p -> p * p).sum();
    }
    assertEquals(1.0 / size, mean(firsts), 4 * deviation / Math.sqrt(draws));
    double[] squares = Arrays.stream(firsts).map(p -> (p - 1.0 / size) * (p - 1.0 / size)).toArray();
    assertEquals(deviation * deviation, mean(squares), 4 * error(squares));
    assertEquals(concentration, mean(sums), 4 * error(sums));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Standard error of the mean. */
  private static double error(double[] values) {
    double mean = mean(values);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return Math.sqrt(variance / values.length);
  }

  @Test
  void noConcentrationMakesSharesUndefined() {
    for (double alpha : new double[] {1e-3, 1e-2, 1, 1e3, 1e6}) {
      RandomStream random = new RandomStream(1);
      for (int i = 0; i < 2_000; i++) {
        double[] shares = DirichletDistribution.draw(10, alpha, random);
        for (double share : shares) {
          assertTrue(share >= 0 && share <= 1, alpha + ": " + share);
        }
        assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
      }
    }
  }

  @Test
  void extremesAreAllToOneAndEqualToAll() {
    double[] uneven = DirichletDistribution.draw(10, 1e-3, new RandomStream(3));
    assertTrue(Arrays.stream(uneven).max().orElseThrow() > .999);
    double[] even = DirichletDistribution.draw(10, 1e6, new RandomStream(3));
    assertEquals(.1, Arrays.stream(even).min().orElseThrow(), 1e-3);
    assertEquals(.1, Arrays.stream(even).max().orElseThrow(), 1e-3);
  }
}
