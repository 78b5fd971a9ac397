package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the workbench finds by Declarative Services is what the command line finds by ServiceLoader. */
class ServicesTest {

  private static final Pattern IMPLEMENTATION = Pattern.compile("<implementation class=\"([^\"]+)\"");
  private static final Pattern PROVIDED = Pattern.compile("<provide interface=\"([^\"]+)\"");

  private final Checkout checkout = new Checkout(Path.of("..", ".."));

  @Test
  void bothWaysNameTheSameClasses() throws IOException {
    for (Path bundle : checkout.bundles()) {
      if (Checkout.isCore(bundle) && !isFragment(bundle)) {
        Path classes = bundle.resolve("target/classes");
        assertEquals(byServiceLoader(classes), byDeclarativeServices(classes), bundle.getFileName().toString());
      }
    }
  }

  /** A fragment can't have components; its host looks for what it offers by the ServiceLoader in both worlds. */
  private static boolean isFragment(Path bundle) throws IOException {
    return Files.readString(bundle.resolve("bnd.bnd")).contains("Fragment-Host:");
  }

  private static Set<String> byDeclarativeServices(Path classes) throws IOException {
    Set<String> found = new TreeSet<>();
    Path components = classes.resolve("OSGI-INF");
    if (Files.isDirectory(components)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(components, "*.xml")) {
        for (Path file : files) {
          String xml = Files.readString(file);
          found.add(first(PROVIDED, xml) + ": " + first(IMPLEMENTATION, xml));
        }
      }
    }
    return found;
  }

  private static Set<String> byServiceLoader(Path classes) throws IOException {
    Set<String> found = new TreeSet<>();
    Path services = classes.resolve("META-INF/services");
    if (Files.isDirectory(services)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(services)) {
        for (Path file : files) {
          found.addAll(Files.readAllLines(file).stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(line -> file.getFileName() + ": " + line)
            .collect(Collectors.toSet()));
        }
      }
    }
    return found;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
