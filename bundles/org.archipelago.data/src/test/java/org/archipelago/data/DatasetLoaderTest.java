package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLoaderTest {

  private static final ComponentSpec TWO = Fixtures.partition("iid", Map.of("clients", 2));

  @TempDir Path folder;

  private FederatedDataset load(String csv, Map<String, Object> options, ComponentSpec partition)
      throws IOException {
    Files.writeString(folder.resolve("my.csv"), csv);
    Map<String, Object> data = new HashMap<>(Map.of("source", "my.csv", "target", "y", "test", 0.0));
    data.putAll(options);
    return Fixtures.load(folder, Fixtures.experiment(1, data, partition));
  }

  private static ComponentSpec bySite() {
    return Fixtures.partition("natural", Map.of("column", "site"));
  }

  private static float[] column(ClientDataset client, int column) {
    float[] values = new float[client.train().rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = client.train().features()[row * client.train().columns() + column];
    }
    return values;
  }

  @Test
  void textsBecomeOneFeatureALevelAndMissingIsALevel() throws IOException {
    FederatedDataset data =
        load(
            "site,colour,y\na,red,yes\na,,no\nb,blue,yes\nb,red,no\n",
            Map.of("drop", List.of("site")),
            bySite());
    assertEquals(List.of("colour=blue", "colour=red", "colour=missing"), data.features());
    assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1}, data.clients().get(0).train().features());
    assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0}, data.clients().get(1).train().features());
    assertEquals(List.of("no", "yes"), data.task().classes());
    assertArrayEquals(new float[] {1, 0}, data.clients().get(0).train().targets());
    assertEquals(
        List.of(
            "The levels of categorical columns were taken from the whole table as if they were public: not"
                + " covered by ε."),
        data.summary().notes());
  }

  @Test
  void theColumnThatMakesClientsIsAFeatureUnlessItIsDropped() throws IOException {
    String csv = "site,x,y\na,1,yes\nb,2,no\n";
    assertEquals(List.of("site=a", "site=b", "x"), load(csv, Map.of(), bySite()).features());
    assertEquals(List.of("x"), load(csv, Map.of("drop", List.of("site")), bySite()).features());
  }

  @Test
  void numbersAreStandardisedByTheClientsSumsAndThatIsStamped() throws IOException {
    FederatedDataset data =
        load(
            "site,x,c,y\na,1,5,p\na,3,5,q\nb,5,5,p\nc,7,5,q\n",
            Map.of("drop", List.of("site")),
            bySite());
    double deviation = Math.sqrt(5);
    assertArrayEquals(
        new float[] {(float) (-3 / deviation), (float) (-1 / deviation)}, column(data.clients().get(0), 0));
    assertArrayEquals(new float[] {(float) (3 / deviation)}, column(data.clients().get(2), 0));
    assertArrayEquals(new float[] {0, 0}, column(data.clients().get(0), 1), "a constant column: scale 1");
    assertEquals(
        List.of(
            "Means and deviations for scaling were added up over the clients without noise: not covered by"
                + " ε. The sums of a client with one row are that row."),
        data.summary().notes());
  }

  @Test
  void heldOutRowsHaveNoPartInTheSums() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int row = 0; row < 100; row++) {
      csv.append(row * row).append(',').append(row % 2 == 0 ? "p" : "q").append('\n');
    }
    FederatedDataset data = load(csv.toString(), Map.of("test", 0.3), TWO);
    assertEquals(30, data.test().rows());
    double[] training =
        data.clients().stream()
            .flatMapToDouble(
                client -> IntStream.range(0, client.train().rows()).mapToDouble(i -> column(client, 0)[i]))
            .toArray();
    assertEquals(70, training.length);
    assertEquals(0, Arrays.stream(training).average().orElseThrow(), 1e-6);
    assertEquals(1, Arrays.stream(training).map(v -> v * v).average().orElseThrow(), 1e-6);
    double heldOut =
        IntStream.range(0, 30).mapToDouble(i -> data.test().features()[i]).average().orElseThrow();
    assertNotEquals(0, heldOut, 1e-3);
  }

  @Test
  void missingNumbersAreTheClientsMean() throws IOException {
    FederatedDataset data =
        load(
            "x,z,y\n1,1,p\n,2,q\n5,3,p\n3,4,q\n",
            Map.of("scaling", "none"),
            Fixtures.partition("iid", Map.of("clients", 1)));
    assertArrayEquals(new float[] {1, 3, 5, 3}, column(data.clients().get(0), 0));
    assertEquals(
        List.of(
            "Means for missing values were added up over the clients without noise: not covered by ε. The"
                + " sums of a client with one row are that row."),
        data.summary().notes());
  }

  @Test
  void rowsWithMissingFeaturesCanBeDroppedInstead() throws IOException {
    FederatedDataset data =
        load(
            "x,w,gone,y\n1,a,,p\n,a,1,q\n5,,1,p\n3,b,1,q\n",
            Map.of("missing", "drop-rows", "scaling", "none", "drop", List.of("gone")),
            Fixtures.partition("iid", Map.of("clients", 1)));
    assertArrayEquals(new float[] {1, 3}, column(data.clients().get(0), 0));
    assertEquals("2 rows without a value of some feature were left out.", data.summary().notes().get(0));
  }

  @Test
  void rowsWithoutATargetAreLeftOutAndCounted() throws IOException {
    FederatedDataset data = load("x,y\n1,p\n2,\n3,q\n4,p\n", Map.of("scaling", "none"), TWO);
    assertEquals(3, data.summary().trainingRows());
    assertEquals(
        List.of("1 row without a value of the target 'y' was left out."), data.summary().notes());
  }

  @Test
  void aColumnWithoutValuesIsLeftOutAndNoted() throws IOException {
    FederatedDataset data = load("x,empty,y\n1,,p\n2,,q\n", Map.of("scaling", "none"), TWO);
    assertEquals(List.of("x"), data.features());
    assertEquals(
        List.of("Column 'empty' has no values and was left out."), data.summary().notes());
  }

  @Test
  void aColumnOfCodesIsCategoricalAndSaidToBe() throws IOException {
    FederatedDataset data =
        load("zip,y\n02139,a\n10001,b\n02139,a\n10001,b\n", Map.of("scaling", "none"), TWO);
    assertEquals(List.of("zip=02139", "zip=10001"), data.features());
    assertEquals(
        "Column 'zip' has values such as '02139' and was taken for codes: categories, not numbers, since digits"
            + " that begin with 0 tell no amount.",
        data.summary().notes().get(0));
  }

  @Test
  void aNumericTargetIsStandardisedAndItsScaleHandedOn() throws IOException {
    FederatedDataset data =
        load("x,y\n1,10.5\n2,20.5\n3,30.5\n4,40.5\n", Map.of("scaling", "none"), TWO);
    assertEquals(Task.Kind.REGRESSION, data.task().kind());
    assertEquals(25.5, data.targetMean(), 1e-12);
    assertEquals(Math.sqrt(125), data.targetScale(), 1e-12);
    for (ClientDataset client : data.clients()) {
      for (int row = 0; row < client.train().rows(); row++) {
        double original = client.train().targets()[row] * data.targetScale() + data.targetMean();
        assertEquals(column(client, 0)[row] * 10 + .5, original, 1e-5);
      }
    }
    assertEquals(OptionalDouble.empty(), data.summary().majorityAccuracy());
    assertEquals(List.of(), data.summary().clients().get(0).perClass());
    assertEquals(
        List.of(
            "Mean 25.50 and deviation 11.18 of the target were added up over the clients without"
                + " noise: not covered by ε. The sums of a client with one row are that row."),
        data.summary().notes());
    FederatedDataset unscaled =
        load("x,y\n1,10.5\n2,20.5\n", Map.of("scaling", "none", "targetScaling", "none"), TWO);
    assertEquals(0, unscaled.targetMean());
    assertEquals(1, unscaled.targetScale());
    assertEquals(List.of(), unscaled.summary().notes());
  }

  @Test
  void aLogarithmIsOfTheTargetAndInItsUnit() throws IOException {
    FederatedDataset data =
        load(
            "x,y\n1,1\n2,10\n",
            Map.of("targetTransform", "log", "targetScaling", "none", "scaling", "none"),
            Fixtures.partition("iid", Map.of("clients", 1)));
    assertEquals(Task.regression("y", "log(y)"), data.task());
    assertArrayEquals(new float[] {0, (float) Math.log(10)}, data.clients().get(0).train().targets());
  }

  @Test
  void fewWholeNumbersAreClassesWhereTheModelCan() throws IOException {
    String csv = "x,y\n1,10\n2,9\n3,10\n4,-0\n";
    FederatedDataset classes = load(csv, Map.of(), TWO);
    assertEquals(List.of("0", "9", "10"), classes.task().classes());
    assertEquals(Task.Kind.REGRESSION, load(csv, Map.of("task", "regression"), TWO).task().kind());
    Map<String, Object> data = Map.of("source", "my.csv", "target", "y");
    assertEquals(
        Task.Kind.REGRESSION,
        Fixtures.load(folder, Fixtures.experiment(1, data, TWO), Task.Kind.REGRESSION).task().kind());
  }

  @Test
  void manyOrBrokenNumbersAreNoClassesByThemselves() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    IntStream.rangeClosed(0, TargetEncoder.MOST_CLASSES_BY_ITSELF)
        .forEach(i -> csv.append(i).append(',').append(i).append('\n'));
    assertEquals(Task.Kind.REGRESSION, load(csv.toString(), Map.of(), TWO).task().kind());
    assertEquals(
        21, load(csv.toString(), Map.of("task", "classification"), TWO).task().classes().size());
    assertEquals(Task.Kind.REGRESSION, load("x,y\n1,.5\n2,1\n", Map.of(), TWO).task().kind());
  }

  @Test
  void theMajoritysAccuracyIsOnTheHoldOut() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    IntStream.range(0, 100).forEach(i -> csv.append(i).append(i < 70 ? ",p\n" : ",q\n"));
    FederatedDataset data = load(csv.toString(), Map.of("test", 0.2), TWO);
    assertEquals(OptionalDouble.of(.7), data.summary().majorityAccuracy());
    assertEquals(80, data.summary().trainingRows());
    assertEquals(20, data.summary().testRows());
    long[] totals = new long[2];
    data.summary()
        .clients()
        .forEach(c -> IntStream.range(0, 2).forEach(k -> totals[k] += c.perClass().get(k)));
    assertArrayEquals(new long[] {56, 24}, totals);
    assertEquals(OptionalDouble.empty(), load(csv.toString(), Map.of(), TWO).summary().majorityAccuracy());
  }

  @Test
  void everyClientKeepsItsShareBack() throws IOException {
    StringBuilder csv = new StringBuilder("site,x,y\n");
    IntStream.range(0, 25)
        .forEach(i -> csv.append(i < 5 ? "a," : "b,").append(i).append(i % 2 == 0 ? ",p\n" : ",q\n"));
    FederatedDataset data =
        load(
            csv.toString(),
            Map.of("clientTest", 0.2, "drop", List.of("site"), "scaling", "none"),
            bySite());
    assertEquals(4, data.clients().get(0).train().rows());
    assertEquals(1, data.clients().get(0).test().orElseThrow().rows());
    assertEquals(16, data.clients().get(1).train().rows());
    assertEquals(4, data.clients().get(1).test().orElseThrow().rows());
    assertEquals(20, data.summary().trainingRows());
    double[] all =
        data.clients().stream()
            .flatMapToDouble(
                client ->
                    IntStream.concat(
                            IntStream.range(0, client.train().rows())
                                .map(i -> (int) client.train().features()[i]),
                            IntStream.range(0, client.judged().rows())
                                .map(i -> (int) client.judged().features()[i]))
                        .asDoubleStream())
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 25).asDoubleStream().toArray(), all);
  }

  @Test
  void hashesTellDataAndPartitionApart() throws IOException {
    String csv = "site,x,y\na,1,p\na,2,q\nb,3,p\nb,4,q\n";
    FederatedDataset one = load(csv, Map.of(), bySite());
    FederatedDataset same = load(csv, Map.of(), bySite());
    assertEquals(one.dataHash(), same.dataHash());
    assertEquals(one.partitionHash(), same.partitionHash());
    assertTrue(one.partitionHash().matches("[0-9a-f]{64}"));
    FederatedDataset otherwise =
        load(csv, Map.of(), Fixtures.partition("iid", Map.of("clients", 1)));
    assertEquals(one.dataHash(), otherwise.dataHash());
    assertNotEquals(one.partitionHash(), otherwise.partitionHash());
    assertNotEquals(one.dataHash(), load(csv + "b,5,q\n", Map.of(), bySite()).dataHash());
  }
}
