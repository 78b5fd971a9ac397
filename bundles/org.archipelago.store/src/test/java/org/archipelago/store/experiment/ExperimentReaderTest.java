package org.archipelago.store.experiment;

import static org.archipelago.store.experiment.Experiments.FULL;
import static org.archipelago.store.experiment.Experiments.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentReaderTest {

  private static final String SHORTEST =
      """
      format: archipelago/experiment/1
      name: Short
      seed: 0x10
      data: {source: a.csv, target: y}
      partition: {id: iid, clients: 3}
      model: mlp
      training: {rounds: 2}
      """;

  private static ParameterValues values(Experiment experiment, ComponentKind kind) {
    return experiment.section(kind).parameters();
  }

  @Test
  void readsEverySection() {
    Experiment experiment = read(FULL).orThrow();
    assertEquals("Handwritten digits on 300 phones", experiment.name());
    assertEquals("What it shows", experiment.description());
    assertEquals(42, experiment.seed().value());
    assertEquals(50, experiment.rounds());
    assertEquals(300, values(experiment, ComponentKind.PARTITIONER).integer("clients"));
    assertEquals(2.0, values(experiment, ComponentKind.PRIVACY).number("noiseMultiplier"));
    assertEquals(1e-5, values(experiment, ComponentKind.PRIVACY).number("delta"));
    ComponentSpec optimizer = values(experiment, ComponentKind.TRAINING).component("optimizer");
    assertEquals("sgd", optimizer.id());
    assertEquals(0.5, optimizer.parameters().number("learningRate"));
    assertEquals("softmax", experiment.section(ComponentKind.MODEL).id());
  }

  @Test
  void fillsInDefaultsAlsoOfSectionsThatAreNotThere() {
    Experiment experiment = read(SHORTEST).orThrow();
    assertEquals(16, experiment.seed().value());
    assertEquals("", experiment.description());
    assertEquals("everyone", experiment.section(ComponentKind.SAMPLER).id());
    assertEquals("none", experiment.section(ComponentKind.PRIVACY).id());
    assertEquals("examples", values(experiment, ComponentKind.STRATEGY).text("weights"));
    assertEquals(List.of(64.0), values(experiment, ComponentKind.MODEL).numbers("hidden"));
    assertEquals(32, values(experiment, ComponentKind.TRAINING).integer("batchSize"));
    ComponentSpec optimizer = values(experiment, ComponentKind.TRAINING).component("optimizer");
    assertEquals(0.1, optimizer.parameters().number("learningRate"));
    assertEquals("auto", values(experiment, ComponentKind.DATA).component("scaling").id());
    assertEquals(false, values(experiment, ComponentKind.PRIVACY).has("budget"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-5", "1.0e-5", "1E-5", "1.0E-05", "0.00001", ".00001", "+1e-5"})
  void readsNumbersHoweverTheyAreWritten(String number) {
    Experiment experiment = read(FULL.replace("1e-5", number)).orThrow();
    assertEquals(1e-5, values(experiment, ComponentKind.PRIVACY).number("delta"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-9223372036854775808", "9223372036854775807", "0"})
  void takesAnySeedOf64Bits(String seed) {
    assertEquals(Long.parseLong(seed), read(FULL.replace("42", seed)).orThrow().seed().value());
  }

  @Test
  void readsListsAndGroupsOfTextsThatLookLikeOtherThings() {
    String partition = "{id: natural-groups, column: state, groups: [[NO, OR], [yes, \"5\"]], names: [a, b]}";
    Experiment experiment = read(FULL.replace("{id: iid, clients: 300}", partition)).orThrow();
    ParameterValues values = values(experiment, ComponentKind.PARTITIONER);
    assertEquals(List.of(List.of("NO", "OR"), List.of("yes", "5")), values.groups("groups"));
    assertEquals(List.of("a", "b"), values.texts("names"));
  }

  @Test
  void takesANestedComponentAsBareIdOrWithoutItsDefaultId() {
    String map = "{id: sgd, learningRate: 0.5}";
    ParameterValues bare =
        values(read(FULL.replace(map, "sgd")).orThrow(), ComponentKind.TRAINING);
    assertEquals(0.1, bare.component("optimizer").parameters().number("learningRate"));
    ParameterValues without =
        values(read(FULL.replace("id: sgd, ", "")).orThrow(), ComponentKind.TRAINING);
    assertEquals(0.5, without.component("optimizer").parameters().number("learningRate"));
  }

  @Test
  void readsATextThatBeginsWithAByteOrderMark() {
    assertEquals(List.of(), read("\uFEFF" + FULL).problems());
  }

  @Test
  void knowsTheLineOfEveryFieldThatIsWritten() {
    ReadResult result = read(FULL, "training.rounds=5");
    assertEquals(OptionalInt.of(4), result.lineOf("seed"));
    assertEquals(OptionalInt.of(7), result.lineOf("training"));
    assertEquals(OptionalInt.of(9), result.lineOf("training.optimizer.learningRate"));
    assertEquals(OptionalInt.of(12), result.lineOf("model.id"));
    assertEquals(OptionalInt.empty(), result.lineOf("training.batchSize"));
    assertEquals(OptionalInt.empty(), result.lineOf("training.rounds"), "given on the command line");
  }

  @Test
  void overridesFieldsThatAreThereAndThatAreNot() {
    ReadResult result =
        read(
            FULL,
            "training.rounds=5",
            "training.batchSize=8",
            "model=mlp",
            "model.hidden=[32, 16]",
            "data.scaling.id=range",
            "data.scaling.bounds=[0, 16]",
            "privacy=none",
            "name=Another");
    Experiment experiment = result.orThrow();
    assertEquals(5, experiment.rounds());
    assertEquals(8, values(experiment, ComponentKind.TRAINING).integer("batchSize"));
    assertEquals(List.of(32.0, 16.0), values(experiment, ComponentKind.MODEL).numbers("hidden"));
    ComponentSpec scaling = values(experiment, ComponentKind.DATA).component("scaling");
    assertEquals(List.of(0.0, 16.0), scaling.parameters().numbers("bounds"));
    assertEquals("none", experiment.section(ComponentKind.PRIVACY).id());
    assertEquals("Another", experiment.name());
  }

  @Test
  void throwsAllProblemsAtOnceWhenAsked() {
    ReadResult result = read(FULL.replace("rounds: 50", "rounds: 0").replace("seed: 42", "seed: x"));
    InvalidInputException e = assertThrows(InvalidInputException.class, result::orThrow);
    assertEquals(2, e.problems().size());
  }

  @Test
  void readsTextFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), FULL);
    assertEquals(FULL, ExperimentReader.textOf(file));
  }

  @Test
  void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertEquals(
        missing + ": There is no such file; check its name and folder.", messageOf(missing));
    assertEquals(folder + ": This is a folder; name an experiment file.", messageOf(folder));
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', (byte) 0xff, 'b'});
    assertEquals(binary + ": The file is not UTF-8 text; save it as UTF-8.", messageOf(binary));
  }

  private static String messageOf(Path file) {
    return assertThrows(InvalidInputException.class, () -> ExperimentReader.textOf(file)).getMessage();
  }
}
