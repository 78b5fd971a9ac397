package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.core.Language;
import org.archipelago.results.RecordedWords;
import org.archipelago.store.samples.SampleExperiments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The command line for whoever reads Chinese: all that is said, and nothing of what programs read. */
class ChineseTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern WORK = Pattern.compile("\\.progress\\(\"([^\"]+)\"");
  private static final List<String> FOR_PROGRAMS =
      List.of(
          "experiment.yaml", "run.json", "dataset.json", "schema.json", "holdout.json", "evaluation.json",
          "outcome.json", "model.safetensors", "ledger.jsonl");

  private final Locale before = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  private static Stream<CommandSpec> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(ChineseTest::commands));
  }

  /** Commands, options and arguments with what the help says of them. */
  private static List<String> described() {
    List<String> described = new ArrayList<>();
    commands(Main.commandLine(Terminal.PIPE)).forEach(command -> {
      String[] text = Stream.of(command.usageMessage().header(), command.usageMessage().description())
          .flatMap(Stream::of).toArray(String[]::new);
      described.add(command.qualifiedName() + ": " + String.join(" ", text));
      Stream<ArgSpec> arguments =
          Stream.concat(command.options().stream(), command.positionalParameters().stream());
      arguments.forEach(argument ->
          described.add(
              command.qualifiedName() + " " + argument.paramLabel() + argument + ": "
                  + String.join(" ", argument.description())));
    });
    return described;
  }

  @Test
  void everyCommandOptionAndArgumentIsDescribed() {
    Locale.setDefault(Locale.ENGLISH);
    List<String> english = described();
    assertTrue(english.size() > 60, english.size() + " things to describe");
    assertEquals(List.of(), english.stream().filter(text -> text.endsWith(": ")).toList());
    assertEquals(List.of(), english.stream().filter(text -> HAN.matcher(text).find()).toList());
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    assertEquals(List.of(), described().stream().filter(text -> !HAN.matcher(text).find()).toList());
  }

  @Test
  void theLanguageCanBeNamedBehindTheRequestForHelp() {
    Cli help = Cli.run("run", "--help", "--language", "zh");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("用法：archipelago run"), help.out());
    assertTrue(help.out().contains("更改随机种子"), help.out());
  }

  @Test
  void theSystemsLanguageIsSpokenWithoutBeingAskedFor() {
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    assertTrue(Cli.run("--help").out().contains("退出码："));
    assertTrue(Cli.run("--language", "en", "--help").out().contains("Exit codes:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "run", "run --nope", "run a b", "run --threads", "run digits-mlp --threads x",
      "run --threads 1 --threads 2 a", "run digits-mlp --threads 0", "serve digits-mlp --wait 0", "serve digits-mlp --port 70000", "", "lsit",
      "list models sofmax", "list modles", "export . --without nothing", "--language tlh"})
  void aWrongCommandLineIsAnsweredInChinese(String line) {
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    Cli wrong = Cli.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(ExitCodes.USAGE, wrong.code());
    String first = wrong.err().lines().findFirst().orElse("");
    assertTrue(HAN.matcher(first).find(), first);
    assertFalse(first.matches(".*[a-z]{2} [a-z]{2} .*"), first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run nothing", "export nowhere", "validate digits-mlp --set training.rounds=-5",
      "baselines nowhere", "lr-range digits-mlp --from 0"})
  void wrongInputIsAnsweredInChinese(String line) {
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    Cli wrong = Cli.run(line.split(" "));
    assertEquals(ExitCodes.INVALID_INPUT, wrong.code());
    assertTrue(HAN.matcher(wrong.err()).find(), wrong.err());
  }

  @Test
  void aRunIsToldInChineseAndRecordedAlike() throws IOException {
    Locale.setDefault(Locale.ENGLISH);
    Path experiment = folder.resolve("digits.yaml");
    String text = SampleExperiments.find("digits-privacy").orElseThrow().text();
    Files.writeString(experiment, text.replaceFirst("(?m)^name: .*", "name: 数字"));
    Cli english = run(experiment, "en");
    Cli chinese = run(experiment, "zh");
    assertEquals(0, chinese.code(), chinese.err());
    List<String> left =
        chinese.out().lines()
            .filter(line -> !line.contains(folder.toString()) && line.matches(".*[A-Za-z]{3} [a-z]{2}.*"))
            .toList();
    assertEquals(List.of(), left);
    assertEquals(lines(english.out()), lines(chinese.out()), chinese.out());
    for (String file : FOR_PROGRAMS) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("en").resolve(file)),
          Files.readAllBytes(folder.resolve("zh").resolve(file)),
          file);
    }
  }

  private Cli run(Path experiment, String language) {
    return Cli.run("run", experiment.toString(), "--set", "training.rounds=1", "--set", "partition.clients=40",
        "--out", folder.resolve(language).toString(), "--language", language);
  }

  /** How many lines there are, those of single rounds left out: they depend on the clock. */
  private static long lines(String out) {
    return out.lines().filter(line -> !line.matches("(?:round|第) ?\\d+/.*")).collect(Collectors.counting());
  }

  @Test
  void everyPieceOfWorkIsNamedInChinese() throws IOException {
    List<String> names = new ArrayList<>();
    for (String bundle : List.of("data", "engine", "server")) {
      Path sources = Path.of("..", "org.archipelago." + bundle, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          WORK.matcher(Files.readString(file)).results()
              .forEach(hit -> names.add(hit.group(1).replaceFirst(" $", " x.csv")));
        }
      }
    }
    assertTrue(names.size() >= 4, names.toString());
    assertEquals(
        List.of(),
        names.stream()
            .filter(name -> RecordedWords.in(Language.CHINESE, name).equals(name))
            .toList());
  }

  @Test
  void columnsAreAsWideAsTheyLook() {
    assertEquals(9, TextWidth.of("准确率 R²"));
    assertEquals("准确", TextWidth.cut("准确率", 5));
    assertEquals("准确率  ", TextWidth.padded("准确率", 8));
    assertEquals("  准确率", TextWidth.rightAligned("准确率", 8, 0));
  }
}
