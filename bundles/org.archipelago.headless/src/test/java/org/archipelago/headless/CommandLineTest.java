package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only look, and wrong command lines. */
class CommandLineTest {

  static Stream<String> samples() {
    return SampleExperiments.all().stream().map(SampleExperiment::id);
  }

  @Test
  void helpNamesCommandsAndExitCodes() {
    Cli help = Cli.run("--help");
    assertEquals(0, help.code());
    for (String word :
        List.of(
            "samples", "list", "validate", "run", "baselines", "export", "stopped by Ctrl+C", "budget was reached")) {
      assertTrue(help.out().contains(word), help.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples", "list", "validate", "partition", "run", "baselines", "lr-range", "export"})
  void everyCommandHasHelp(String command) {
    Cli help = Cli.run(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: archipelago " + command), help.out());
  }

  @Test
  void versionNamesProgramAndJava() {
    Cli version = Cli.run("--version");
    assertEquals(0, version.code());
    assertTrue(version.out().matches("(?s)Archipelago \\S+\\R+Java \\d+.*"), version.out());
  }

  @Test
  void samplesAreListedById() {
    Cli list = Cli.run("samples");
    assertEquals(SampleExperiments.all().size(), list.out().lines().count());
    samples().forEach(id -> assertTrue(list.out().contains(id + " "), list.out()));
  }

  @Test
  void aLanguageCanBeChosen() {
    assertTrue(Cli.run("list", "strategies", "--language", "zh").out().contains("加权平均"));
    assertTrue(Cli.run("list", "strategies", "--language", "en").out().contains("weighted mean"));
    Cli wrong = Cli.run("list", "strategies", "--language", "tlh");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("There is no language 'tlh'; there is en, zh."), wrong.err());
  }

  @Test
  void whatIsWrongIsSaidInTheLanguageChosen() {
    Cli wrong = Cli.run("validate", "digits-mlp", "--set", "training.rounds=-5", "--language", "zh");
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("这里是 -5；允许的是整数，不小于 1"), wrong.err());
  }

  @Test
  void aKindIsListedByIdAndText() {
    Cli list = Cli.run("list", "strategies");
    assertEquals(0, list.code());
    assertTrue(list.out().lines().anyMatch(line -> line.matches("fedavg +\\S.*")), list.out());
  }

  @Test
  void aComponentIsListedWithItsParameters() {
    Cli list = Cli.run("list", "privacy", "gaussian-central");
    assertEquals(0, list.code());
    assertTrue(
        list.out().contains("delta: a number greater than 0 and less than 1, default 1e-5"), list.out());
  }

  @Test
  void withoutAKindEverythingIsListed() {
    Cli list = Cli.run("list");
    assertEquals(0, list.code());
    assertTrue(list.out().contains("strategies:"), list.out());
    assertTrue(list.out().lines().anyMatch(line -> line.matches("  poisson +\\S.*")), list.out());
  }

  @Test
  void descriptorsAreThereInFullAsJson() throws IOException {
    List<Map<?, ?>> all = json("list", "--json");
    assertTrue(all.stream().map(component -> component.get("kind")).distinct().count() > 5, all.toString());
    List<Map<?, ?>> privacy = json("list", "privacy", "--json");
    assertTrue(privacy.stream().allMatch(component -> component.get("kind").equals("privacy")), privacy.toString());
    Map<?, ?> gaussian = json("list", "privacy", "gaussian-central", "--json").get(0);
    assertEquals("gaussian-central", gaussian.get("id"));
    assertTrue(gaussian.get("source").toString().matches(".*\\d{4}.*"), gaussian.toString());
    Map<?, ?> delta =
        ((List<?>) gaussian.get("parameters"))
            .stream().map(Map.class::cast).filter(one -> one.get("name").equals("delta")).findFirst().orElseThrow();
    assertEquals("number", delta.get("type"));
    assertEquals(0, delta.get("exclusiveMinimum"));
    assertEquals(1, delta.get("exclusiveMaximum"));
    assertEquals(false, delta.get("required"));
    assertEquals(1e-5, ((Number) delta.get("default")).doubleValue());
  }

  private static List<Map<?, ?>> json(String... arguments) throws IOException {
    Cli list = Cli.run(arguments);
    assertEquals(0, list.code());
    return new ObjectMapper().readValue(list.out(), new TypeReference<List<Map<?, ?>>>() {});
  }

  @Test
  void anUnknownKindIsAnsweredWithTheKinds() {
    Cli list = Cli.run("list", "modles");
    assertEquals(2, list.code());
    assertTrue(
        list.err()
            .startsWith(
                "There is no kind 'modles'; there is data, partitioners, models, training, samplers,"
                    + " strategies, privacy, attacks, shifts, optimizers, scalings, exporters. Did you mean 'models'?"),
        list.err());
  }

  @Test
  void anUnknownComponentIsAnsweredWithWhatThereIs() {
    Cli list = Cli.run("list", "models", "sofmax");
    assertEquals(2, list.code());
    assertTrue(
        list.err().startsWith("There is no model 'sofmax'; there is cnn, linear, mlp, softmax, tagger, text."), list.err());
    assertTrue(list.err().contains("Did you mean 'softmax'?"), list.err());
  }

  @Test
  void noCommandIsAWrongCommandLine() {
    Cli none = Cli.run();
    assertEquals(2, none.code());
    assertTrue(none.err().startsWith("Name a command."), none.err());
  }

  @Test
  void anUnknownOptionIsAWrongCommandLine() {
    Cli unknown = Cli.run("run", "digits-mlp", "--treads", "4");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("--treads"), unknown.err());
  }

  @Test
  void noThreadsIsAWrongCommandLine() {
    Cli none = Cli.run("run", "digits-mlp", "--threads", "0");
    assertEquals(2, none.code());
    assertTrue(
        none.err().startsWith("Invalid value for option '--threads': found 0; at least 1"), none.err());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(String id) {
    Cli validate = Cli.run("validate", id);
    assertEquals("", validate.err());
    assertEquals(0, validate.code());
    List<String> lines = validate.out().lines().toList();
    assertEquals(id + ".yaml: no problems found.", lines.get(0));
    assertTrue(lines.get(1).matches("Memory: about .* workers .* data .* records .*"), lines.get(1));
  }
}
