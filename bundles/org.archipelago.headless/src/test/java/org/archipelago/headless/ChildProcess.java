package org.archipelago.headless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line as a process of its own, recording a run that would go on for hours. */
final class ChildProcess implements AutoCloseable {

  private static final long BETWEEN_LOOKS = 20;

  final Path out;
  private final Path screen;
  private final Process process;

  ChildProcess(Path folder, String sample) throws IOException {
    out = folder.resolve("out");
    screen = folder.resolve("screen.txt");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                sample,
                "--out",
                out.toString(),
                "--set",
                "training.rounds=1000000",
                "--set",
                "privacy=none")
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .start();
  }

  long pid() {
    return process.pid();
  }

  /** Returns when that many rounds are recorded. */
  void awaitRounds(int rounds) throws IOException, InterruptedException {
    while (recorded() < rounds) {
      if (!process.isAlive()) {
        throw new AssertionError("ended with " + process.exitValue() + ":\n" + screen());
      }
      process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }
  }

  private long recorded() throws IOException {
    Path rounds = out.resolve("rounds.jsonl");
    if (Files.notExists(rounds)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(rounds)) {
      return lines.count();
    }
  }

  /** The exit code. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  List<String> screen() {
    try {
      return Files.readAllLines(screen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
