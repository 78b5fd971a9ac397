package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command line inside the product finds its jars and, among them, the algorithms that nothing requires. */
@EnabledOnOs(OS.LINUX)
class ProductCommandLineTest {

  @Test
  void listsTheStrategies() throws IOException, InterruptedException {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    Path script = Path.of("..", "..", "product", "target", "products", "archipelago", "linux", "gtk", arch,
      "archipelago", "archipelago-cli");
    assumeTrue(Files.exists(script), "the product is not built");

    Process process = new ProcessBuilder(script.toString(), "list", "strategy").redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), output);
    assertTrue(output.contains("fedavg"), output);
  }
}
