package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user is told when data, target, model and partition do not go together. */
class DatasetProblemsTest {

  private static final ComponentSpec TWO = Fixtures.partition("iid", Map.of("clients", 2));

  @TempDir Path folder;

  private Experiment experiment(String csv, Map<String, Object> options, ComponentSpec partition)
      throws IOException {
    Files.writeString(folder.resolve("my.csv"), csv);
    Map<String, Object> data = new HashMap<>(Map.of("source", "my.csv", "target", "y", "test", 0.0));
    data.putAll(options);
    return Fixtures.experiment(1, data, partition);
  }

  private Problem problem(String csv, Map<String, Object> options) throws IOException {
    Experiment experiment = experiment(csv, options, TWO);
    return Fixtures.problem(() -> Fixtures.load(folder, experiment));
  }

  @Test
  void aMissingFileIsNamedWithItsPathAndTheSamples() {
    Experiment experiment = Fixtures.experiment(1, Map.of("source", "sub/../no.csv", "target", "y"), TWO);
    Problem problem = Fixtures.problem(() -> Fixtures.load(folder, experiment));
    assertEquals("data.source", problem.path());
    assertEquals(
        "There is no file %s. Name a table, relative to the experiment's folder, or one of the samples"
                .formatted(folder.resolve("no.csv"))
            + " sample:digits, sample:wdbc, sample:ames, sample:churn, sample:credit, sample:penguins, sample:conditions,"
            + " sample:notes.",
        problem.message());
  }

  @Test
  void aSampleThatIsNotThereListsThoseThatAre() {
    Experiment experiment = Fixtures.experiment(1, Map.of("source", "sample:mnist", "target", "y"), TWO);
    assertEquals(
        "data.source: There is no sample 'sample:mnist'; there is sample:digits, sample:wdbc, sample:ames,"
            + " sample:churn, sample:credit, sample:penguins, sample:conditions,"
            + " sample:notes.",
        Fixtures.problem(() -> Fixtures.load(folder, experiment)).toString());
  }

  @Test
  void aFolderIsNoFile() {
    Experiment experiment = Fixtures.experiment(1, Map.of("source", ".", "target", "y"), TWO);
    assertEquals(
        ("data.source: %s is a folder without images; name a table (.csv, .tsv, .arff), a file of images such as"
                + " train-images-idx3-ubyte.gz, or a folder with a folder for each class and its images (.png,"
                + " .jpg, .bmp) in that.")
            .formatted(folder),
        Fixtures.problem(() -> Fixtures.load(folder, experiment)).toString());
  }

  @Test
  void aRaggedFileIsNamedAsTheExperimentNamesIt() throws IOException {
    assertEquals(
        "my.csv:3: The row has 1 cells, but the header names 2 columns.",
        problem("x,y\n1,p\n2\n", Map.of()).toString());
  }

  @Test
  void aTargetThatIsNotThereNamesTheColumnsNearestFirst() throws IOException {
    Problem problem = problem("alpha,beta,label\n1,2,3\n", Map.of("target", "Labels"));
    assertEquals(
        "data.target: my.csv has no column 'Labels'; it has label, beta, alpha.", problem.toString());
  }

  @Test
  void aLongHeaderIsNotListedWhole() {
    Experiment experiment =
        Fixtures.experiment(1, Map.of("source", "sample:digits", "target", "lable"), TWO);
    String message = Fixtures.problem(() -> Fixtures.load(folder, experiment)).message();
    assertTrue(message.contains("it has label, "), message);
    assertTrue(message.endsWith(" and 35 more."), message);
  }

  @Test
  void aCategoricalTargetForRegressionNamesTheFirstTextAndItsLine() throws IOException {
    Problem problem = problem("x,y\n1,2\n2,many\n3,4\n", Map.of("task", "regression"));
    assertEquals("my.csv", problem.file());
    assertEquals(3, problem.line());
    assertEquals("data.target", problem.path());
    assertEquals(
        "Column 'y' is 'many' here, which is no number, but task regression needs a numeric target. A missing"
            + " number is an empty cell. Use task classification with a model that learns classes (model.id),"
            + " or one of the numeric columns: x.",
        problem.message());
    assertTrue(
        problem("x,y\n1,a\n", Map.of("targetTransform", "log"))
            .message()
            .contains("but targetTransform log needs a numeric target"));
  }

  @Test
  void aCategoricalTargetForAModelOfNumbersSaysSo() throws IOException {
    Experiment experiment = experiment("x,y\n1,a\n2,b\n", Map.of(), TWO);
    Problem problem = Fixtures.problem(() -> Fixtures.load(folder, experiment, Task.Kind.REGRESSION));
    assertEquals("data.target", problem.path());
    assertTrue(problem.message().contains("but model 'narrow' needs a numeric target"), problem.message());
    assertTrue(problem.message().contains("model.id"), problem.message());
  }

  @Test
  void aTaskThatTheModelCantLearnIsRefused() throws IOException {
    Experiment regression = experiment("x,y\n1,.5\n2,.7\n", Map.of(), TWO);
    Problem problem =
        Fixtures.problem(() -> Fixtures.load(folder, regression, Task.Kind.CLASSIFICATION));
    assertEquals("data.target", problem.path());
    assertTrue(problem.message().contains("can't be learned by model 'narrow'"), problem.message());
    assertTrue(problem.message().contains("model.id"), problem.message());
    Experiment classes = experiment("x,y\n1,1\n2,2\n", Map.of("task", "classification"), TWO);
    problem = Fixtures.problem(() -> Fixtures.load(folder, classes, Task.Kind.REGRESSION));
    assertTrue(
        problem.message().startsWith("Task classification of 'y' can't be learned by model 'narrow'"),
        problem.message());
  }

  @Test
  void oneClassIsNoTask() throws IOException {
    assertEquals(
        "data.target: Column 'y' has only one class, 'a'; there is nothing to tell apart.",
        problem("x,y\n1,a\n2,a\n", Map.of()).toString());
  }

  @Test
  void aTargetWithoutValuesIsRefused() throws IOException {
    assertEquals(
        "data.target: No row has a value in column 'y'.", problem("x,y\n1,\n2,\n", Map.of()).toString());
  }

  @Test
  void thousandsOfClassesAreAMistake() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    IntStream.range(0, 1001).forEach(i -> csv.append("1,id").append(i).append('\n'));
    assertEquals(
        "data.target: Column 'y' has 1001 different values, too many to be classes (at most 1000); use task"
            + " regression, or another target.",
        problem(csv.toString(), Map.of()).toString());
  }

  @Test
  void aLogarithmOfZeroIsNamedWithItsLine() throws IOException {
    assertEquals(
        "my.csv:3: data.targetTransform: Column 'y' is 0 here, but a logarithm needs numbers above 0; use"
            + " targetTransform none.",
        problem("x,y\n1,2\n2,0\n", Map.of("targetTransform", "log")).toString());
  }

  @Test
  void aDroppedColumnMustExistAndSomeMustBeLeft() throws IOException {
    assertEquals(
        "data.drop: my.csv has no column 'X'; it has x, y.",
        problem("x,y\n1,a\n2,b\n", Map.of("drop", List.of("X"))).toString());
    assertEquals(
        "data.drop: No column is left to learn from; drop fewer columns.",
        problem("x,y\n1,a\n2,b\n", Map.of("drop", List.of("x"))).toString());
  }

  @Test
  void anIdentifierIsNoFeature() throws IOException {
    StringBuilder csv = new StringBuilder("id,y\n");
    IntStream.range(0, 1001).forEach(i -> csv.append("id").append(i).append(i % 2 == 0 ? ",a\n" : ",b\n"));
    assertEquals(
        "data.drop: Column 'id' has 1001 different texts, too many for a feature (at most 1000); add it to"
            + " drop. If it should be numeric, 'id0' is no number.",
        problem(csv.toString(), Map.of()).toString());
  }

  @Test
  void droppingEveryRowIsRefused() throws IOException {
    assertEquals(
        "data.missing: Every row lacks some feature; use missing impute, or drop columns.",
        problem("x,z,y\n1,,a\n,2,b\n", Map.of("missing", "drop-rows")).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "-inf", "Infinity", "1e999", "-1.5E400"})
  void aCellThatIsNotFiniteAmongNumbersIsNamedWithItsLine(String cell) throws IOException {
    Problem problem = problem("x,y\n1,a\n2,b\n" + cell + ",a\n3,b\n", Map.of());
    assertEquals("my.csv", problem.file());
    assertEquals(4, problem.line());
    assertEquals(
        "Column 'x' is '%1$s' here, which is no finite number, and numbers elsewhere. Mend the cell, or, if it stands"
                .formatted(cell)
            + " for a missing value, add '%s' to data.missingTexts.".formatted(cell),
        problem.message());
    Problem target = problem("x,y\n1,1.5\n2," + cell + "\n3,2.5\n", Map.of());
    assertEquals("my.csv:3", target.file() + ":" + target.line());
    assertTrue(target.message().startsWith("Column 'y' is '%s' here, which is no finite".formatted(cell)));
    assertEquals(
        "2 rows",
        rowsLeft("x,y\n1,1.5\n2," + cell + "\n3,2.5\n", Map.of("missingTexts", List.of(cell), "test", 0.0)));
  }

  private String rowsLeft(String csv, Map<String, Object> options) throws IOException {
    return Fixtures.load(folder, experiment(csv, options, TWO)).clients().stream()
            .mapToInt(client -> client.train().rows())
            .sum()
        + " rows";
  }

  @Test
  void aNumberTooLargeToComputeWithIsNamed() throws IOException {
    assertEquals(
        "data.scaling: Column 'x' has the number 1.0E200, too large to compute with; standardise it or drop"
            + " the column.",
        problem("x,y\n1,a\n1e200,b\n", Map.of("scaling", "none")).toString());
  }

  @Test
  void clientsWithFewRowsCantKeepSomeBack() throws IOException {
    ComponentSpec bySite = Fixtures.partition("natural", Map.of("column", "site"));
    StringBuilder csv = new StringBuilder("site,x,y\n");
    IntStream.range(0, 12)
        .forEach(i -> csv.append(i < 4 ? "a" : i < 11 ? "b" : "c").append(",1,").append(i).append('\n'));
    Experiment experiment = experiment(csv.toString(), Map.of("clientTest", 0.2), bySite);
    Problem problem = Fixtures.problem(() -> Fixtures.load(folder, experiment));
    assertEquals("data.clientTest", problem.path());
    assertEquals(
        "Every client needs at least 5 rows to keep some back, but a has 4, c has 1. Set clientTest to 0, so"
            + " that figures are on the rows a client trains on, or deal the rows to fewer clients or with a"
            + " minimum of 5.",
        problem.message());
  }

  @Test
  void aPartitionByAColumnThatIsNotThereNamesTheColumns() throws IOException {
    Experiment experiment =
        experiment("site,y\na,1\nb,2\n", Map.of(), Fixtures.partition("natural", Map.of("column", "sites")));
    assertEquals(
        "partition.column: my.csv has no column 'sites'; it has site, y.",
        Fixtures.problem(() -> Fixtures.load(folder, experiment)).toString());
  }

  @Test
  void whatContradictsItselfIsFoundBeforeAnyDataAreRead() {
    Map<String, Object> data =
        Map.of(
            "source",
            "sample:x",
            "target",
            "y",
            "task",
            "classification",
            "targetTransform",
            "log",
            "drop",
            List.of("y"),
            "scaling",
            Fixtures.spec(ComponentKind.SCALING, "range", Map.of("minimum", 1.0, "maximum", 1.0)));
    List<Problem> problems = new DatasetSection().check(Fixtures.experiment(1, data, TWO));
    assertEquals(
        List.of(
            "data.source: There is no sample 'sample:x'; there is sample:digits, sample:wdbc, sample:ames,"
                + " sample:churn, sample:credit, sample:penguins, sample:conditions,"
            + " sample:notes.",
            "data.targetTransform: Classes have no logarithm; use targetTransform none, or task regression.",
            "data.drop: 'y' is the target and no feature; take it from the list.",
            "data.scaling.maximum: The maximum must be greater than the minimum, but 1.0 is not greater than"
                + " 1.0."),
        problems.stream().map(Problem::toString).toList());
    assertEquals(
        List.of(),
        new DatasetSection()
            .check(Fixtures.experiment(1, Map.of("source", "sample:digits", "target", "label"), TWO)));
  }
}
