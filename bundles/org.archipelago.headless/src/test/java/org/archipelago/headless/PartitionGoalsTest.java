package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals, gradients and the silo view of the command {@code partition}, as a user meets them. */
class PartitionGoalsTest {

  private static final String[] GOALS = {
    "--goal", "excess jsd.mean 0.2 +- 0.02",
    "--goal", "size 50..400",
    "--goal", "without 3 on client 2, client 5"
  };

  @TempDir Path folder;

  private static String[] arguments(String[] goals, String... first) {
    String[] all = Arrays.copyOf(first, first.length + goals.length);
    System.arraycopy(goals, 0, all, first.length, goals.length);
    return all;
  }

  @Test
  void goalsAreMetSavedAndRun() throws IOException {
    Path saved = folder.resolve("solved.partition.json");
    Cli cli =
        Cli.run(arguments(GOALS, "partition", "digits-mlp", "--json", "--out", saved.toString()));
    assertEquals(0, cli.code(), cli.err());
    JsonNode found = new ObjectMapper().readTree(cli.out());
    assertEquals("met", found.get("goals").get("outcome").asText());
    assertEquals(0.2, found.get("figures").get(0).get("excess").asDouble(), 0.02);
    for (JsonNode client : found.get("clients")) {
      assertTrue(client.get("rows").asInt() >= 50 && client.get("rows").asInt() <= 400);
    }
    assertEquals(0, found.get("clients").get(1).get("counts").get(3).asInt());
    assertEquals(0, found.get("clients").get(4).get("counts").get(3).asInt());
    assertTrue(
        Files.readString(saved)
            .contains("Solve for excess jsd.mean 0.2 +- 0.02; size 50..400; without 3 on client 2, client 5"),
        "the manifest says how it came about");
    Cli valid =
        Cli.run("validate", "digits-mlp", "--set", "partition={id: manifest, file: '" + saved + "'}");
    assertEquals(0, valid.code(), valid.err());
  }

  @Test
  void aConflictIsAnsweredWithTheGoalsThatConflict() {
    Path saved = folder.resolve("none.partition.json");
    Cli cli =
        Cli.run(
            "partition", "digits-mlp", "--goal", "size 20..", "--goal", "size ..100", "--out", saved.toString());
    assertEquals(1, cli.code());
    assertEquals(
        "goal: These goals conflict: 'size ..100', 'all rows are dealt'. At the least 438 rows are missing or do not"
            + " fit.",
        cli.err().strip());
    assertFalse(Files.exists(saved));
  }

  @Test
  void aGoalThatIsNoneIsAnsweredWithThoseThatAre() {
    Cli cli = Cli.run("partition", "digits-mlp", "--goal", "even");
    assertEquals(1, cli.code());
    assertTrue(
        cli.err().startsWith("goal: 'even' is no goal. Goals are such as: excess jsd.mean 0.2 +- 0.02;"),
        cli.err());
  }

  @Test
  void aFigureOutOfReachEndsWithTheNearest() {
    Cli cli = Cli.run("partition", "digits-mlp", "--goal", "value jsd.mean 0.99 +- 0.01");
    assertEquals(1, cli.code());
    assertTrue(cli.out().contains("the nearest partition that was found has 0."), cli.out());
  }

  @Test
  void gradientsStandBesideTheOtherFigures() {
    Cli cli = Cli.run("partition", "digits-mlp", "--gradients");
    assertEquals(0, cli.code(), cli.err());
    assertTrue(
        cli.out().lines()
            .anyMatch(line -> line.matches("Gradient dissimilarity at the start +1\\.\\d+ +1\\.\\d+ \\(.*")),
        cli.out());
    assertEquals(2, Cli.run("partition", "sample:digits", "--target", "label", "--gradients").code());
  }

  @Test
  void aSiloViewTellsNoSmallCounts() throws IOException {
    Cli cli = Cli.run("partition", "digits-mlp", "--silo", "10");
    assertEquals(0, cli.code(), cli.err());
    assertTrue(cli.out().lines().anyMatch(line -> line.matches("client \\d+ +\\d+.*\\?.*\\?.*")), cli.out());
    assertFalse(cli.out().contains("Jensen-Shannon"), cli.out());
    JsonNode view =
        new ObjectMapper()
            .readTree(Cli.run("partition", "digits-mlp", "--silo", "10", "--json").out());
    for (JsonNode client : view.get("clients")) {
      for (JsonNode count : client.get("counts")) {
        assertTrue(count.isNull() || count.asInt() >= 10);
      }
    }
    assertEquals(2, Cli.run("partition", "digits-mlp", "--silo", "0").code());
  }
}
