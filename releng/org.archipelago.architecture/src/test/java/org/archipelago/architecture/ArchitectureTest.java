package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built bundles are as ARCHITECTURE.md says. */
class ArchitectureTest {

  /** Classes that open windows; pictures are drawn without them. */
  private static final List<String> WINDOWS =
    List.of("java/awt/Window", "java/awt/Frame", "java/awt/Dialog", "java/awt/Robot", "java/awt/Desktop",
      "javax/swing/J");

  private final Checkout checkout = new Checkout(Path.of("..", ".."));

  @Test
  void everyBundleUsesOnlyWhatTheTableAllows() throws IOException {
    List<BundleManifest> manifests = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      manifests.add(Checkout.manifest(bundle));
    }
    assertFalse(manifests.isEmpty());
    List<String> violations = new ArchitectureRules(table()).violations(manifests);
    assertTrue(violations.isEmpty(), String.join("\n", violations));
  }

  @Test
  void theTableNamesNoBundleThatDoesNotExist() throws IOException {
    for (String bundle : table().rows().keySet()) {
      assertTrue(checkout.has("bundles/" + ArchitectureRules.PREFIX + bundle + "/pom.xml"),
        bundle + " has a row, but there is no such bundle");
    }
  }

  /** Jetty is of the same makers, but no part of the platform. */
  @Test
  void coreBundlesMayNotNameEclipse() throws IOException {
    ArchitectureTable table = table();
    for (Path bundle : checkout.bundles()) {
      if (Checkout.isCore(bundle)) {
        String name = bundle.getFileName().toString().substring(ArchitectureRules.PREFIX.length());
        assertTrue(table.rows().get(name).packages().stream()
            .noneMatch(p -> p.startsWith("org.eclipse") && !p.equals("org.eclipse.jetty")),
          name + " is a core bundle: its row may not name org.eclipse");
      }
    }
  }

  @Test
  void coreBundlesOpenNoWindows() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      if (!Checkout.isCore(bundle)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(bundle.resolve("target/classes"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          String content = Files.readString(file, StandardCharsets.ISO_8859_1);
          WINDOWS.stream().filter(content::contains).forEach(w -> found.add(file + " names " + w));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private ArchitectureTable table() throws IOException {
    return ArchitectureTable.parse(checkout.read("ARCHITECTURE.md").lines().toList());
  }
}
