package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The participants' jar as it is handed out, and the product's command line as its other side. */
class RemoteClientTest {

  private static final int JAVA_17 = 61;
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path JAR = ROOT.resolve("bundles/org.archipelago.client/target/archipelago-client.jar");

  @TempDir
  private Path folder;

  @Test
  void theJarHoldsNothingNewerThanJava17() throws IOException {
    assumeTrue(Files.exists(JAR), "the jar is not built");
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<JarEntry> classes = jar.stream()
        .filter(entry -> entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/versions/"))
        .toList();
      assertTrue(classes.stream().anyMatch(entry -> entry.getName().equals("org/archipelago/client/Main.class")));
      for (JarEntry entry : classes) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
          in.readInt();
          in.readUnsignedShort();
          assertTrue(in.readUnsignedShort() <= JAVA_17, entry.getName());
        }
      }
    }
  }

  @Test
  @Timeout(120)
  @EnabledOnOs(OS.LINUX)
  void aJarOnTheOldestJavaJoinsTheProductsSession() throws IOException, InterruptedException {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    Path product = ROOT.resolve("product/target/products/archipelago/linux/gtk/" + arch + "/archipelago");
    assumeTrue(Files.exists(product.resolve("archipelago-cli")), "the product is not built");
    assumeTrue(Files.exists(product.resolve("archipelago-client.jar")), "the product has no jar to hand out");
    Path csv = ROOT.resolve(
      "bundles/org.archipelago.data/src/main/resources/org/archipelago/data/samples/breast_cancer_wdbc.csv");
    Process session = new ProcessBuilder(product.resolve("archipelago-cli").toString(), "serve", "wdbc-hospitals",
      "--set", "training.rounds=2", "--out", folder.resolve("run").toString())
      .redirectError(folder.resolve("session.err").toFile()).start();
    try (BufferedReader said = session.inputReader(StandardCharsets.UTF_8)) {
      String invitation = said.lines().filter(line -> line.startsWith("archipelago-invite:")).findFirst()
        .orElseThrow(() -> new AssertionError("no invitation"));
      Process client = new ProcessBuilder(oldestJava().toString(), "-jar",
        product.resolve("archipelago-client.jar").toString(), "join", invitation, "--data", csv.toString(),
        "--name", "Guest", "--state", folder.resolve("state").toString()).redirectErrorStream(true).start();
      String clientSaid = text(client.getInputStream());
      assertEquals(0, client.waitFor(), clientSaid);
      assertTrue(clientSaid.contains("Round 2 of 2: sent"), clientSaid);
      String rest = String.join("\n", said.lines().toList());
      assertEquals(0, session.waitFor(), rest);
      assertTrue(rest.contains("Guest joined with 569 rows"), rest);
      assertEquals(
        List.of(),
        Files.readAllLines(folder.resolve("session.err")).stream()
          .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
          .toList(),
        "no warning of a logger or of Jetty, but Java's own of the module of vectors");
    } finally {
      session.destroy();
    }
  }

  /** Java 17 where the machine has one, else the one that runs this test. */
  private static Path oldestJava() throws IOException {
    Path homes = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(homes)) {
      try (Stream<Path> found = Files.list(homes)) {
        Optional<Path> old = found.filter(home -> home.getFileName().toString().matches(".*[^0-9]17[^0-9].*|.*[^0-9]17"))
          .map(home -> home.resolve("bin/java")).filter(Files::isExecutable).sorted().findFirst();
        if (old.isPresent()) {
          return old.get();
        }
      }
    }
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
