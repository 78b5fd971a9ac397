package org.archipelago.learning.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.Timeout;

/**
 * Parameters after 200 steps have the same bits whatever computes them: plain Java, vectors of any
 * width, one thread or two, Java 17 or newer, with or without a fused multiply-add in hardware.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class EqualBitsTest {

  private static final String VECTORS = "--add-modules=jdk.incubator.vector";
  private static final String AT_ONCE = "-Dorg.archipelago.kernels=vector";
  private static final Path HERE = Path.of(System.getProperty("java.home"));

  private static List<String> plain;

  @BeforeAll
  static void trainInPlainJava() throws IOException, InterruptedException {
    List<String> lines = train(HERE, 1);
    assertEquals("plain Java: the module jdk.incubator.vector is not there", lines.get(0));
    assertEquals(24, lines.size(), lines.toString());
    assertEquals(24, lines.stream().distinct().count(), lines.toString());
    plain = hashes(lines);
  }

  @Test
  void vectors() throws IOException, InterruptedException {
    List<String> lines = train(HERE, 1, VECTORS, AT_ONCE);
    assertTrue(lines.get(0).startsWith("Vector API"), lines.get(0));
    assertEquals(plain, hashes(lines));
  }

  /** Plain Java at first, vectors as soon as they are compiled. */
  @Test
  void theChangeBetweenThem() throws IOException, InterruptedException {
    assertEquals(plain, hashes(train(HERE, 1, VECTORS)));
  }

  @Test
  void twoThreads() throws IOException, InterruptedException {
    assertEquals(plain, hashes(train(HERE, 2, VECTORS, AT_ONCE)));
    assertEquals(plain, hashes(train(HERE, 2)));
  }

  @Test
  void narrowerVectors() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "needs an option of x86");
    List<String> lines = train(HERE, 1, VECTORS, AT_ONCE, "-XX:UseAVX=2");
    assertTrue(lines.get(0).startsWith("Vector API, 8 lanes"), lines.get(0));
    assertEquals(plain, hashes(lines));
    assertEquals(plain, hashes(train(HERE, 1, VECTORS, AT_ONCE, "-XX:MaxVectorSize=16")));
  }

  @Test
  void withoutTheInstruction() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "needs an option of x86");
    List<String> lines = train(HERE, 1, VECTORS, AT_ONCE, "-XX:-UseFMA");
    assertTrue(lines.get(0).startsWith("plain Java"), lines.get(0));
    assertEquals(plain, hashes(lines));
  }

  @Test
  void withoutTheOptimizingCompiler() throws IOException, InterruptedException {
    List<String> lines = train(HERE, 1, VECTORS, "-XX:TieredStopAtLevel=1");
    assertEquals("plain Java: this Java runs without its optimizing compiler", lines.get(0));
    assertEquals(plain, hashes(lines));
  }

  @Test
  void java17() throws IOException, InterruptedException {
    Optional<Path> java = java17Home();
    assumeTrue(java.isPresent(), "Java 17 is not installed");
    assertEquals(plain, hashes(train(java.get(), 1)));
    List<String> lines = train(java.get(), 1, VECTORS, AT_ONCE);
    assertTrue(lines.get(0).startsWith("Vector API"), lines.get(0));
    assertEquals(plain, hashes(lines));
  }

  private static Optional<Path> java17Home() throws IOException {
    Path homes = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(homes)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(homes)) {
      return found
          .filter(home -> home.getFileName().toString().matches(".*17.*"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .sorted()
          .findFirst();
    }
  }

  private static List<String> hashes(List<String> lines) {
    return lines.subList(1, lines.size());
  }

  private static List<String> train(Path java, int threads, String... options)
      throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classes, TrainedHashes.class.getName(), Integer.toString(threads)));
    Path errors = Files.createTempFile("trained", ".txt");
    Process child = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaint = Files.readString(errors);
    Files.delete(errors);
    assertEquals(0, child.waitFor(), complaint);
    return output.lines().toList();
  }
}
