package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Our Chinese texts of the platform fit the platform that the product is made of. */
class PlatformTranslationTest {

  private static final Set<String> ALIKE = Set.of();
  private static final Path TRANSLATIONS = Path.of("..", "..", "translations");
  private static final String PREFIX = "org.archipelago.nl.zh.";

  private final Checkout checkout = new Checkout(Path.of("..", ".."));

  @Test
  void theBuildAndTheFeatureNameEveryFragment() throws IOException {
    String build = checkout.read("pom.xml");
    String feature = checkout.read("features/org.archipelago.feature/feature.xml");
    for (Path fragment : fragments()) {
      String name = fragment.getFileName().toString();
      assertTrue(build.contains("<module>translations/" + name + "</module>"), name);
      assertTrue(feature.contains("<plugin id=\"" + name + "\""), name);
    }
  }

  @Test
  void everyTextHasAnOriginal() throws IOException {
    assertEquals(List.of(), violations(Translation::unknown));
  }

  @Test
  void translationsKeepPlaceholders() throws IOException {
    assertEquals(List.of(), violations(Translation::changedPlaceholders));
  }

  @Test
  void translationsHaveTheirMnemonicsBehindTheText() throws IOException {
    assertEquals(List.of(), violations(Translation::misplacedMnemonics));
  }

  @Test
  void nothingIsLeftInEnglish() throws IOException {
    assertEquals(List.of(), violations(translation -> translation.leftInEnglish(ALIKE)));
  }

  private static List<String> violations(Function<Translation, List<String>> rule) throws IOException {
    Path plugins = plugins();
    List<String> wrong = new ArrayList<>();
    for (Path fragment : fragments()) {
      String host = fragment.getFileName().toString().replace(PREFIX, "org.eclipse.");
      try (JarFile jar = new JarFile(jar(plugins, host).toFile())) {
        for (Path chinese : TextBundle.translations(fragment)) {
          String name = fragment.relativize(chinese).toString().replace('\\', '/').replace("_zh.", ".");
          ZipEntry original = jar.getEntry(name);
          if (original == null) {
            wrong.add(host + " has no " + name);
            continue;
          }
          try (InputStream in = jar.getInputStream(original)) {
            TextBundle english = TextBundle.read(Path.of(name), in);
            wrong.addAll(rule.apply(new Translation(english, TextBundle.read(chinese))));
          }
        }
      }
    }
    return wrong;
  }

  private static List<Path> fragments() throws IOException {
    try (Stream<Path> folders = Files.list(TRANSLATIONS)) {
      List<Path> found =
          folders.filter(f -> f.getFileName().toString().startsWith(PREFIX)).sorted().toList();
      assertFalse(found.isEmpty());
      return found;
    }
  }

  private static Path plugins() throws IOException {
    Path products = Path.of("..", "..", "product", "target", "products");
    assumeTrue(Files.isDirectory(products), "the product is not built");
    try (Stream<Path> folders = Files.find(products, 6, (path, file) -> path.endsWith("plugins"))) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static Path jar(Path plugins, String host) throws IOException {
    try (Stream<Path> jars = Files.list(plugins)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(host + "_")).findFirst().orElseThrow();
    }
  }
}
