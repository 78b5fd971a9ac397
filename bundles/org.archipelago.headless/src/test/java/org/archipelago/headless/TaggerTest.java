package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.data.SampleDatasets;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.learning.metrics.SpanTally;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From words with their tags, or texts, to a recurrent network, its record and report. */
class TaggerTest {

  @TempDir Path folder;

  /** What is asked for is .10; after twelve of twenty-five rounds it is far more. */
  @Test
  void theSampleIsFarBetterThanTheMostFrequentTagOfEachWord() throws IOException {
    Path out = folder.resolve("run");
    Cli run =
        Cli.run("run", "notes-tagger", "--out", out.toString(), "--set", "training.rounds=12");
    assertEquals(0, run.code(), run.err());
    Run record = FileRunRepository.read(out);
    double f1 = figure(record, Metrics.SPAN_F1);
    double baseline = mostFrequentTag(Files.readString(out.resolve("holdout.json")));
    assertTrue(baseline > 0.2 && baseline < 0.5, "baseline " + baseline);
    assertTrue(f1 > baseline + 0.3, f1 + " over " + baseline);
    assertTrue(figure(record, Metrics.SPAN_PRECISION) > f1 - 0.1);

    Evaluation evaluation = record.evaluation().orElseThrow().test().orElseThrow();
    assertEquals(
        Set.of("PROBLEM", "ABSENT", "FAMILY", "DRUG", "ALLERGY", "DOSE", "DURATION"),
        evaluation.spans().keySet());
    assertTrue(evaluation.spans().get("DOSE").f1().orElseThrow() > 0.8);
    assertTrue(run.out().contains("Span F1 on the hold-out"), run.out());
    assertTrue(run.out().contains("ALLERGY") && run.out().contains("micro avg"), run.out());
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("span F1 for tag is 0."), "the head of the report");
    assertTrue(report.contains("<td>DURATION</td>") || report.contains(">DURATION<"), "its table");
    Safetensors.Contents model = Safetensors.read(out.resolve("model.safetensors"));
    assertEquals("embedding.weight", model.parameters().tensors().get(0).name());
    assertTrue(model.metadata().get("schema").contains("\"vocabulary\":["));
  }

  private static double mostFrequentTag(String holdOut) throws IOException {
    Matcher lines = Pattern.compile("\"lines\"\\s*:\\s*\\[([^\\]]*)]").matcher(holdOut);
    assertTrue(lines.find());
    Set<Integer> heldOut =
        Stream.of(lines.group(1).split(","))
            .map(line -> Integer.parseInt(line.strip()))
            .collect(Collectors.toSet());
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    List<List<String[]>> test = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    int line = 0;
    for (String text : notes().lines().toList()) {
      line++;
      if (!text.isEmpty() && !text.startsWith("# ")) {
        sentence.add(text.split("\t"));
      } else if (heldOut.contains(line - 1)) {
        test.add(sentence);
        sentence = new ArrayList<>();
      } else {
        for (String[] word : sentence) {
          counts.computeIfAbsent(word[0], w -> new HashMap<>()).merge(word[2], 1, Integer::sum);
        }
        sentence = new ArrayList<>();
      }
    }
    assertEquals(heldOut.size(), test.size());
    SpanTally tally = new SpanTally();
    for (List<String[]> held : test) {
      tally.add(
          held.stream().map(word -> word[2]).toList(),
          held.stream().map(word -> most(counts.getOrDefault(word[0], Map.of("O", 1)))).toList());
    }
    return tally.all().f1().orElseThrow();
  }

  private static String most(Map<String, Integer> tags) {
    return tags.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static String notes() throws IOException {
    try (var in = SampleDatasets.find("notes").orElseThrow().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double figure(Run run, String metric) {
    return run.lastRound().orElseThrow().test().orElseThrow().value(metric).orElseThrow();
  }

  /** Whether a text is good or bad depends on the order of the same words. */
  @Test
  void aTextIsReadInItsOrder() throws IOException {
    Random random = new Random(4);
    StringBuilder csv = new StringBuilder("review,mood\n");
    for (int i = 0; i < 400; i++) {
      boolean happy = random.nextBoolean();
      csv.append(random.nextBoolean() ? "\"The room was " : "\"Our room was ")
          .append(happy ? "good , not bad" : "bad , not good")
          .append(random.nextBoolean() ? " at all .\"," : " .\",")
          .append(happy ? "happy\n" : "sad\n");
    }
    Files.writeString(folder.resolve("reviews.csv"), csv);
    Files.writeString(
        folder.resolve("reviews.yaml"),
        """
        format: archipelago/experiment/1
        name: Reviews
        seed: 1
        data: {source: reviews.csv, target: mood, textColumn: review, lowerCase: true, maxWords: 12}
        partition: {id: iid, clients: 4}
        model: {id: text, units: 8, embedding: 8, cell: lstm}
        training: {rounds: 8, localEpochs: 2, batchSize: 10, optimizer: {id: adam, learningRate: 0.02}}
        """);
    Path out = folder.resolve("run");
    Cli run = Cli.run("run", folder.resolve("reviews.yaml").toString(), "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    double accuracy = figure(FileRunRepository.read(out), Metrics.ACCURACY);
    assertTrue(accuracy > 0.95, "accuracy " + accuracy);
  }

  @Test
  void rowsOfATaggerCanBeHidden() throws IOException {
    Path out = folder.resolve("run");
    Cli run =
        Cli.run(
            "run", experiment("privacy: {id: dp-sgd, clipNorm: 1, noiseMultiplier: 1, delta: 0.0001}\n"),
            "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    Run record = FileRunRepository.read(out);
    assertTrue(record.privacySpent().orElseThrow().epsilon() > 0);
    assertTrue(Double.isFinite(figure(record, Metrics.LOSS)));
  }

  @Test
  void anAdversaryIsRefused() throws IOException {
    Cli run =
        Cli.run(
            "run", experiment(""), "--out", folder.resolve("none").toString(),
            "--set", "training.adversary=fgsm");
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .contains(
                "training.adversary: An adversary moves numbers a little, and words can't be moved so: set adversary"
                    + " to none, or take numeric features."),
        run.err());
  }

  @Test
  void aLineThatIsNoWordAndTagIsNamed() throws IOException {
    String experiment = experiment("");
    Files.writeString(folder.resolve("notes.conll"), "Give O\naspirin\n");
    Cli run = Cli.run("run", experiment, "--out", folder.resolve("none").toString());
    assertEquals(1, run.code());
    assertTrue(
        run.err().contains("notes.conll:2: The line has 1 columns, but the file has 2: word, tag."),
        run.err());
  }

  private String experiment(String privacy) throws IOException {
    Files.writeString(folder.resolve("notes.conll"), notes());
    Path file = folder.resolve("notes.yaml");
    Files.writeString(
        file,
        """
        format: archipelago/experiment/1
        name: Notes
        seed: 1
        data: {source: notes.conll, target: tag, maxWords: 40}
        partition: {id: dirichlet, clients: 4, alpha: 0.5}
        model: {id: tagger, units: 6, embedding: 6}
        training: {rounds: 1, batchSize: 10, optimizer: {id: sgd, learningRate: 0.5}}
        """
            + privacy);
    return file.toString();
  }
}
