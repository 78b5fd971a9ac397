package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is exported from a record, and what is refused. */
class ExportTest {

  @TempDir Path folder;

  private Path run(String sample) {
    Path out = folder.resolve(sample);
    Cli run =
        Cli.run("run", sample, "--quiet", "--out", out.toString(), "--set", "training.rounds=3");
    assertEquals(0, run.code(), run.err());
    return out;
  }

  @Test
  void withoutAFolderTheReportIsMadeAnewInTheRecord() throws IOException {
    Path record = run("wdbc-hospitals");
    byte[] report = Files.readAllBytes(record.resolve("report.html"));
    byte[] model = Files.readAllBytes(record.resolve("model.safetensors"));
    Files.delete(record.resolve("report.html"));
    Cli export = Cli.run("export", record.toString());
    assertEquals(0, export.code(), export.err());
    assertEquals(
        List.of(
            "All 3 rounds done.",
            record.resolve("model.safetensors").toString(),
            record.resolve("report.html").toString(),
            record.resolve("metrics.csv").toString()),
        export.out().lines().toList());
    assertArrayEquals(report, Files.readAllBytes(record.resolve("report.html")));
    assertArrayEquals(
        model, Files.readAllBytes(record.resolve("model.safetensors")));
  }

  @Test
  void figuresAreALineARound() throws IOException {
    Path record = run("ames-neighborhoods");
    Cli.run("export", record.toString());
    List<String> lines = Files.readAllLines(record.resolve("metrics.csv"));
    assertEquals(5, lines.size());
    assertTrue(lines.get(0).startsWith("round,testRows,test.loss,"), lines.get(0));
    assertTrue(lines.get(0).contains("trainLoss") && lines.get(0).contains("bytesUp"), lines.get(0));
    assertTrue(lines.get(4).startsWith("3,586,"), lines.get(4));
  }

  /** ε counts on nobody knowing who took part, so neither record nor export may tell. */
  @Test
  void underAPrivacyStrategyNothingTellsOfCohorts() throws IOException {
    Path record = run("digits-privacy");
    Cli.run("export", record.toString());
    String figures = Files.readAllLines(record.resolve("metrics.csv")).get(0);
    for (String telling : List.of("trainLoss", "bytes", "seconds")) {
      assertFalse(figures.contains(telling), figures);
    }
    for (String file : List.of("rounds.jsonl", "dataset.json", "report.html", "ledger.jsonl")) {
      String text = Files.readString(record.resolve(file));
      assertFalse(text.contains("client 1"), file);
      assertFalse(text.contains("bytesUp"), file);
    }
    assertTrue(Files.readString(record.resolve("report.html")).contains("simulated, not private"));
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    Cli export = Cli.run("export", folder.toString());
    assertEquals(1, export.code());
    assertEquals(
        folder + ": This folder holds no run: run.json is missing. Name the folder of a run.",
        export.err().strip());
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Path nowhere = folder.resolve("nowhere");
    Cli export = Cli.run("export", nowhere.toString());
    assertEquals(1, export.code());
    assertEquals(nowhere + ": There is no such folder; name the folder of a run.", export.err().strip());
  }

  /** Nobody, not even root, makes a folder in /proc. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatMayNotBeWrittenIsNamed() {
    Cli export = Cli.run("export", run("wdbc-hospitals").toString(), "--out", "/proc/archipelago");
    assertEquals(3, export.code());
    assertTrue(export.err().startsWith("/proc/archipelago can't be written: "), export.err());
  }
}
