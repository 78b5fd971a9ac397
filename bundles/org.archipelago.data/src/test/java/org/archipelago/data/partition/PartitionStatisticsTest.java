package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.archipelago.data.Partition;
import org.junit.jupiter.api.Test;

/**
 * Means over seeds against Flower's partitioners on 10 classes of 600 rows. Only the rows of the
 * reference whose rule is the same as ours: Dirichlet without self-balancing, and pathological with
 * the first class fixed or all fixed. Where nothing is drawn, the figures are the same but for the
 * rounding of the reference.
 */
class PartitionStatisticsTest {

  private static final int CLASSES = 10;
  private static final int[] LABELS = IntStream.range(0, 6000).map(row -> row / 600).toArray();

  /** Means of one partition over its clients, by the reference's column without its last _mean. */
  private static Map<String, Double> figures(Partition partition) {
    double[] sizes = partition.rows().stream().mapToDouble(rows -> rows.length).toArray();
    double[] js = new double[sizes.length];
    double[] l1 = new double[sizes.length];
    double[] hhi = new double[sizes.length];
    double[] entropy = new double[sizes.length];
    double[] present = new double[sizes.length];
    for (int client = 0; client < sizes.length; client++) {
      double[] p = new double[CLASSES];
      Arrays.stream(partition.rows().get(client)).forEach(row -> p[LABELS[row]]++);
      double size = sizes[client];
      Arrays.setAll(p, k -> p[k] / size);
      js[client] = jensenShannon(p);
      l1[client] = Arrays.stream(p).map(share -> Math.abs(share - 1.0 / CLASSES)).sum();
      hhi[client] = Arrays.stream(p).map(share -> share * share).sum();
      entropy[client] = -Arrays.stream(p).map(share -> xLog(share, share)).sum() / log2(CLASSES);
      present[client] = Arrays.stream(p).filter(share -> share > 0).count();
    }
    Map<String, Double> figures = new HashMap<>();
    figures.put("js_base2_mean", mean(js));
    figures.put("l1_mean", mean(l1));
    figures.put("hhi_mean", mean(hhi));
    figures.put("norm_entropy_mean", mean(entropy));
    figures.put("classes_present_mean", mean(present));
    figures.put("size_min", Arrays.stream(sizes).min().orElseThrow());
    figures.put("size_max", Arrays.stream(sizes).max().orElseThrow());
    figures.put("size_gini", gini(sizes));
    return figures;
  }

  private static double jensenShannon(double[] p) {
    double global = 1.0 / CLASSES;
    double divergence = 0;
    for (double share : p) {
      double middle = (share + global) / 2;
      divergence += xLog(share, share / middle) / 2 + xLog(global, global / middle) / 2;
    }
    return divergence;
  }

  private static double xLog(double x, double of) {
    return x == 0 ? 0 : x * log2(of);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double gini(double[] sizes) {
    double differences = 0;
    for (double a : sizes) {
      for (double b : sizes) {
        differences += Math.abs(a - b);
      }
    }
    return differences / (2 * sizes.length * Arrays.stream(sizes).sum());
  }

  private static List<CSVRecord> reference() throws IOException {
    try (InputStream in = PartitionStatisticsTest.class.getResourceAsStream("partition_statistics.csv");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(reader).getRecords();
    }
  }

  /** Holds our mean of a figure over seeds to the reference's, within four standard errors of both. */
  private static void compare(CSVRecord row, String figure, double[] ours, double floor) {
    double mean = mean(ours);
    double deviation =
        Math.sqrt(Arrays.stream(ours).map(v -> (v - mean) * (v - mean)).sum() / (ours.length - 1));
    double seeds = Double.parseDouble(row.get("seeds"));
    double tolerance = 4 * deviation * Math.sqrt(1 / seeds + 1.0 / ours.length) + floor;
    double expected = Double.parseDouble(row.get(figure + "_mean"));
    assertEquals(
        expected,
        mean,
        tolerance,
        () -> "%s of %s, %s".formatted(figure, row.get("partitioner"), row.get("alpha")));
  }

  private static int compareAll(
      List<CSVRecord> rows,
      String id,
      String parameter,
      boolean whole,
      Map<String, Object> more,
      double floor) {
    for (CSVRecord row : rows) {
      Map<String, Object> parameters = new HashMap<>(more);
      parameters.put("clients", Integer.parseInt(row.get("n_clients")));
      double value = Double.parseDouble(row.get("alpha"));
      parameters.put(parameter, whole ? (Object) (int) value : (Object) value);
      int seeds = 60;
      Map<String, double[]> figures = new HashMap<>();
      for (int seed = 0; seed < seeds; seed++) {
        Partition partition =
            PartitionerContract.deal(
                id, parameters, PartitionerContract.request(LABELS, CLASSES, 1000 + seed));
        int place = seed;
        figures(partition)
            .forEach((name, v) -> figures.computeIfAbsent(name, n -> new double[seeds])[place] = v);
      }
      figures.forEach(
          (name, ours) -> compare(row, name, ours, name.startsWith("size_m") ? floor * 100 : floor));
    }
    return rows.size();
  }

  @Test
  void dirichletClientsAreAsSkewedAsTheReferences() throws IOException {
    List<CSVRecord> rows =
        reference().stream()
            .filter(row -> row.get("partitioner").equals("flower_dirichlet"))
            .filter(row -> row.get("self_balancing").equals("False"))
            .toList();
    // The reference counts no empty client; ours get one row, which shows in the fourth digit.
    assertEquals(6, compareAll(rows, "dirichlet", "alpha", false, Map.of(), 3e-4));
  }

  @Test
  void pathologicalClientsAreAsSkewedAsTheReferences() throws IOException {
    List<CSVRecord> random =
        reference().stream()
            .filter(row -> row.get("partitioner").equals("flower_pathological:first-deterministic"))
            .toList();
    assertEquals(4, compareAll(random, "pathological", "classesPerClient", true, Map.of(), 1e-4));
    List<CSVRecord> fixed =
        reference().stream()
            .filter(row -> row.get("partitioner").equals("flower_pathological:deterministic"))
            .toList();
    assertEquals(
        4,
        compareAll(
            fixed, "pathological", "classesPerClient", true, Map.of("assignment", "deterministic"), 1e-4));
  }
}
