package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

/** 100 classes of 60 rows in 20 superclasses of five, as those of CIFAR-100. */
class PachinkoPartitionerTest {

  private static final int[] LABELS = IntStream.range(0, 6000).map(row -> row % 100).toArray();

  private static List<int[]> deal(double alpha, double beta) {
    PartitionRequest request =
        new PartitionRequest(
            LABELS,
            100,
            name -> Arrays.stream(LABELS).mapToObj(label -> "superclass " + label / 5).toList(),
            name -> List.of(),
            new RandomStream(3));
    return PartitionerContract.deal(
            "pachinko", Map.of("clients", 50, "column", "coarse", "alpha", alpha, "beta", beta), request)
        .rows();
  }

  /** Mean of Σ p² over the first clients, which don't take what others have left. */
  private static double concentration(List<int[]> clients, int classesTogether) {
    return clients.stream()
        .limit(10)
        .mapToDouble(
            rows -> {
              double[] counts = new double[100];
              Arrays.stream(rows).forEach(row -> counts[LABELS[row] / classesTogether] += 1.0 / rows.length);
              return Arrays.stream(counts).map(share -> share * share).sum();
            })
        .average()
        .orElseThrow();
  }

  @Test
  void sizesAreEqual() {
    deal(0.1, 10).forEach(rows -> assertEquals(120, rows.length));
  }

  @Test
  void superclassesAreConcentratedAndTheirClassesAreNot() {
    List<int[]> clients = deal(0.1, 1e4);
    // E Σ q² = (α + 1)/(20 α + 1) for 20 superclasses: 0.37; five classes alike in each have a fifth of it.
    double superclasses = concentration(clients, 5);
    assertEquals(1.1 / 3, superclasses, 0.12);
    assertEquals(superclasses / 5, concentration(clients, 1), 0.02);
  }

  @Test
  void classesAreConcentratedWithinTheirSuperclasses() {
    List<int[]> clients = deal(1e4, 0.01);
    assertEquals(1.0 / 20, concentration(clients, 5), 0.01);
    assertTrue(concentration(clients, 1) > 0.8 * concentration(clients, 5));
  }
}
