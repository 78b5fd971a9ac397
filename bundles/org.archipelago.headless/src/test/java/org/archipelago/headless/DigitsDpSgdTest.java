package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample whose clients train by DP-SGD, from the command line to record, table and report. */
class DigitsDpSgdTest {

  private static final int SEEDS = 3;

  @TempDir Path folder;

  @Test
  void isAccurateWithinItsBudget() throws IOException {
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Run run = run("seed-" + seed, "--seed", "" + seed);
      assertEquals(20, run.lastRound().orElseThrow().round());
      assertEquals(4.81, run.privacySpent().orElseThrow().epsilon(), 0.005);
      sum += run.lastRound().orElseThrow().test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
    }
    assertTrue(sum / SEEDS >= 0.87, "mean " + sum / SEEDS);
  }

  @Test
  void halfTheNoiseEndsEarlier() throws IOException {
    Run run = run("half", "--set", "privacy.noiseMultiplier=1");
    assertTrue(run.message().startsWith("Stopped before round 3: it would raise ε to "), run.message());
    assertEquals(2, run.charges().size());
  }

  /** Clients that draw by the batch size spend the more the fewer rows they have. */
  @Test
  void everyClientsEpsilonIsInRecordTableAndReport() throws IOException {
    Path out = folder.resolve("own");
    Run run =
        run(
            "own",
            "--set",
            "training.rounds=2",
            "--set",
            "privacy={id: dp-sgd, noiseMultiplier: 2, delta: 1e-4}");
    List<ClientResult> clients = run.lastRound().orElseThrow().clients();
    double worst =
        clients.stream().mapToDouble(client -> client.epsilon().orElseThrow()).max().orElseThrow();
    assertEquals(worst, run.privacySpent().orElseThrow().epsilon());
    assertTrue(clients.stream().mapToDouble(c -> c.epsilon().orElseThrow()).distinct().count() > 3);

    Path table = folder.resolve("clients.csv");
    Cli export = Cli.run("export", out.toString(), "--clients-csv", table.toString());
    assertEquals(0, export.code(), export.err());
    List<String> lines = Files.readAllLines(table);
    assertTrue(lines.get(0).endsWith(",epsilon"), lines.get(0));
    assertTrue(lines.get(lines.size() - 1).matches(".*,\\d+\\.\\d+"), lines.get(lines.size() - 1));

    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("Any single row of a client, not the client as a whole"));
    assertTrue(report.contains("The server sees noised updates and no gradient of a row."));
    assertTrue(report.contains("one row of a client added or removed"));
    assertTrue(report.contains("<th scope=\"col\">ε</th>"), "a column of the clients' table");
  }

  @Test
  void batchNormIsRefusedWithTheField() {
    Cli check =
        Cli.run(
            "run",
            "digits-cnn",
            "--out",
            folder.resolve("none").toString(),
            "--set",
            "model.norm=batch",
            "--set",
            "privacy={id: dp-sgd, noiseMultiplier: 1}");
    assertEquals(1, check.code(), check.out());
    assertTrue(
        check.err().contains("dp-sgd needs the gradient of every single row, and batch norm mixes"),
        check.err());
  }

  @Test
  void batchNormIsRefusedBeforeAnybodyJoinsASession() {
    Cli serve =
        Cli.run(
            "serve",
            "digits-cnn",
            "--out",
            folder.resolve("none").toString(),
            "--wait",
            "1",
            "--set",
            "model.norm=batch",
            "--set",
            "privacy={id: dp-sgd, noiseMultiplier: 1}");
    assertEquals(1, serve.code(), serve.out());
    assertTrue(serve.err().contains("dp-sgd needs the gradient of every single row"), serve.err());
  }

  private Run run(String name, String... options) throws IOException {
    Path out = folder.resolve(name);
    String[] arguments = new String[5 + options.length];
    System.arraycopy(
        new String[] {"run", "digits-dp-sgd", "--quiet", "--out", out.toString()}, 0, arguments, 0, 5);
    System.arraycopy(options, 0, arguments, 5, options.length);
    Cli cli = Cli.run(arguments);
    assertEquals(0, cli.code(), cli.err());
    return FileRunRepository.read(out);
  }
}
