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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.archipelago.core.RandomStream;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

/**
 * Means over seeds against Flower's partitioners on 10 classes of 600 rows. Where nothing is drawn, the
 * figures are the same but for the rounding of the reference. The reference leaves clients empty and rows
 * undealt where our rules mend that; there it is held against what our rules have before they mend.
 */
class PartitionStatisticsTest {

  private static final int CLASSES = 10;
  private static final int[] LABELS = IntStream.range(0, 6000).map(row -> row / 600).toArray();

  /** Means of one partition over its clients, by the reference's column without its last _mean. */
  private static Map<String, Double> figures(List<int[]> clients) {
    List<int[]> notEmpty = clients.stream().filter(rows -> rows.length > 0).toList();
    double[] sizes = notEmpty.stream().mapToDouble(rows -> rows.length).toArray();
    double[] global = counts(notEmpty.stream().flatMapToInt(Arrays::stream).toArray());
    double dealt = Arrays.stream(global).sum();
    Arrays.setAll(global, k -> global[k] / dealt);
    double[] js = new double[sizes.length];
    double[] l1 = new double[sizes.length];
    double[] hhi = new double[sizes.length];
    double[] entropy = new double[sizes.length];
    double[] present = new double[sizes.length];
    for (int client = 0; client < sizes.length; client++) {
      double[] p = counts(notEmpty.get(client));
      double size = sizes[client];
      Arrays.setAll(p, k -> p[k] / size);
      js[client] = jensenShannon(p, global);
      l1[client] = IntStream.range(0, CLASSES).mapToDouble(k -> Math.abs(p[k] - global[k])).sum();
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

  private static double[] counts(int[] rows) {
    double[] counts = new double[CLASSES];
    Arrays.stream(rows).forEach(row -> counts[LABELS[row]]++);
    return counts;
  }

  private static double jensenShannon(double[] p, double[] q) {
    double divergence = 0;
    for (int k = 0; k < CLASSES; k++) {
      double middle = (p[k] + q[k]) / 2;
      divergence += xLog(p[k], p[k] / middle) / 2 + xLog(q[k], q[k] / middle) / 2;
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
      parameters.put("clients", clients(row));
      double value = alpha(row);
      parameters.put(parameter, whole ? (Object) (int) value : (Object) value);
      compareSeeds(row, floor, request -> PartitionerContract.deal(id, parameters, request).rows());
    }
    return rows.size();
  }

  private static int clients(CSVRecord row) {
    return Integer.parseInt(row.get("n_clients"));
  }

  private static double alpha(CSVRecord row) {
    return Double.parseDouble(row.get("alpha"));
  }

  private static void compareSeeds(
      CSVRecord row, double floor, Function<PartitionRequest, List<int[]>> rule) {
    int seeds = 60;
    Map<String, double[]> figures = new HashMap<>();
    for (int seed = 0; seed < seeds; seed++) {
      int place = seed;
      figures(rule.apply(PartitionerContract.request(LABELS, CLASSES, 1000 + seed)))
          .forEach((name, v) -> figures.computeIfAbsent(name, n -> new double[seeds])[place] = v);
    }
    figures.forEach(
        (name, ours) -> compare(row, name, ours, name.startsWith("size_m") ? floor * 100 : floor));
  }

  private static List<int[]> rowsOf(int[] clientOfRow, int clients) {
    return IntStream.range(0, clients)
        .mapToObj(
            client -> IntStream.range(0, clientOfRow.length).filter(row -> clientOfRow[row] == client).toArray())
        .toList();
  }

  private static List<CSVRecord> reference(String partitioner) throws IOException {
    return reference().stream().filter(row -> row.get("partitioner").startsWith(partitioner)).toList();
  }

  @Test
  void dirichletClientsAreAsSkewedAsTheReferences() throws IOException {
    List<CSVRecord> rows =
        reference("flower_dirichlet").stream()
            .filter(row -> row.get("self_balancing").equals("False"))
            .toList();
    // The reference counts no empty client; ours get one row, which shows in the fourth digit.
    assertEquals(6, compareAll(rows, "dirichlet", "alpha", false, Map.of(), 3e-4));
  }

  @Test
  void pathologicalClientsAtRandomAreAsSkewedAsTheReferencesBeforeLostClassesArePassedOn() throws IOException {
    List<CSVRecord> rows = reference("flower_pathological:random");
    for (CSVRecord row : rows) {
      int clients = clients(row);
      int held = (int) alpha(row);
      compareSeeds(
          row,
          1e-4,
          request ->
              rowsOf(
                  PathologicalPartitioner.split(
                      request, PathologicalPartitioner.holders(request, clients, held, "random"), true),
                  clients));
    }
    assertEquals(4, rows.size());
  }

  @Test
  void selfBalancingClientsAreAsSkewedAsTheReferencesBeforeTheMinimumIsMet() throws IOException {
    List<CSVRecord> rows =
        reference("flower_dirichlet").stream().filter(row -> row.get("self_balancing").equals("True")).toList();
    for (CSVRecord row : rows) {
      int clients = clients(row);
      compareSeeds(
          row,
          1e-4,
          request -> rowsOf(DirichletPartitioner.clientOfRow(request, clients, alpha(row), true), clients));
    }
    assertEquals(6, rows.size());
  }

  @Test
  void mixesOfClientsAreAsSkewedAsTheReferences() throws IOException {
    List<CSVRecord> rows = reference("hsu2019");
    for (CSVRecord row : rows) {
      double[] concentrations = new double[CLASSES];
      Arrays.fill(concentrations, alpha(row) / CLASSES);
      RandomStream random = new RandomStream(5);
      int draws = 4000;
      double[] l1 = new double[draws];
      double[] hhi = new double[draws];
      double[] entropy = new double[draws];
      for (int i = 0; i < draws; i++) {
        double[] q = DirichletDistribution.shares(DirichletDistribution.logs(concentrations, random));
        l1[i] = Arrays.stream(q).map(share -> Math.abs(share - 1.0 / CLASSES)).sum();
        hhi[i] = Arrays.stream(q).map(share -> share * share).sum();
        entropy[i] = -Arrays.stream(q).map(share -> xLog(share, share)).sum() / log2(CLASSES);
      }
      // The reference's seeds are of so many clients each.
      double scale = Math.sqrt(clients(row));
      compareMixes(row, "l1_mean", l1, scale);
      compareMixes(row, "hhi_mean", hhi, scale);
      compareMixes(row, "norm_entropy_mean", entropy, scale);
    }
    assertEquals(5, rows.size());
  }

  private static void compareMixes(CSVRecord row, String figure, double[] ours, double scale) {
    double mean = mean(ours);
    double deviation = Math.sqrt(Arrays.stream(ours).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    double seeds = Double.parseDouble(row.get("seeds"));
    double tolerance = 4 * deviation * Math.sqrt(1 / (seeds * scale * scale) + 1.0 / ours.length) + 1e-4;
    assertEquals(Double.parseDouble(row.get(figure + "_mean")), mean, tolerance, figure + " of " + row.get("alpha"));
  }

  @Test
  void pathologicalClientsAreAsSkewedAsTheReferences() throws IOException {
    List<CSVRecord> random = reference("flower_pathological:first-deterministic");
    assertEquals(4, compareAll(random, "pathological", "classesPerClient", true, Map.of(), 1e-4));
    List<CSVRecord> fixed = reference("flower_pathological:deterministic");
    assertEquals(
        4,
        compareAll(
            fixed, "pathological", "classesPerClient", true, Map.of("assignment", "deterministic"), 1e-4));
  }
}
