package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the workbench is in a message bundle, and is there in English and in Chinese. */
class TranslationTest {

  private static final Pattern CLASS_OF_TEXTS = Pattern.compile("NLS\\.initializeMessages\\(\\s*\"([^\"]+)\"");
  private static final Pattern FIELD = Pattern.compile("public static String (\\w+);");
  private static final Pattern XML_TEXT = Pattern.compile("[\">]%([^\"<]+)[\"<]");
  private static final Pattern XML_LITERAL =
      Pattern.compile("\\b(?:label|tooltip|description)=\"([^%\"][^\"]*)\"");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:\\bset\\w*(?:Text|Message|Title|Description)|new (?:Job|Action|MessageDialog)|Job\\.create)"
              + "\\(\\s*\"([^\"]*\\p{IsLatin}{2}[^\"]*)\"");

  private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][a-z]+ [a-z]+ [^\"]*\\w[^\"]*)\"");

  /** The participant's library, which programs may use, too: what it says is known to the phrases of problems. */
  private static final Set<String> PHRASES =
      Set.of("Coordinator.java", "RemoteClient.java", "RowAccount.java", "RowPrivacy.java");

  /** Texts that are the same in both languages. */
  private static final Set<String> NAMES =
      Set.of("Archipelago", "AUC", "experiment", "Hellinger", "HHI", "JSD", "L1", "R²");

  private final Checkout checkout = new Checkout(Path.of("..", ".."));

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    assertEquals(List.of(), violations(Translation::missing));
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
    assertEquals(List.of(), violations(translation -> translation.leftInEnglish(NAMES)));
  }

  @Test
  void classesAndTheirFilesHaveTheSameKeys() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      for (Path source : sources(bundle.resolve("src"))) {
        String code = Files.readString(source);
        Matcher initialised = CLASS_OF_TEXTS.matcher(code);
        if (initialised.find()) {
          Path texts = bundle.resolve("src/" + initialised.group(1).replace('.', '/') + ".properties");
          compare(source, all(FIELD, code), texts, TextBundle.read(texts).texts().keySet(), wrong);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void controlsAndJobsGetTheirTextsFromBundles() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      for (Path source : Checkout.isCore(bundle) ? List.<Path>of() : sources(bundle.resolve("src"))) {
        all(LITERAL, Files.readString(source)).stream()
            .filter(text -> !NAMES.contains(text))
            .forEach(text -> wrong.add(source + " says '" + text + "' itself"));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void commandLinesGetTheirTextsFromBundles() throws IOException {
    List<String> wrong = new ArrayList<>();
    int commandLines = 0;
    for (Path bundle : checkout.bundles()) {
      if (TextBundle.originals(bundle).stream().anyMatch(texts -> texts.endsWith("usage.properties"))) {
        commandLines++;
        for (Path source : sources(bundle.resolve("src/main"))) {
          if (!PHRASES.contains(source.getFileName().toString())) {
            all(SENTENCE, Files.readString(source))
                .forEach(text -> wrong.add(source + " says '" + text + "' itself"));
          }
        }
      }
    }
    assertEquals(2, commandLines);
    assertEquals(List.of(), wrong);
  }

  @Test
  void contributionsNameTheirTexts() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      Path contributions = bundle.resolve("plugin.xml");
      if (Files.exists(contributions)) {
        String xml = Files.readString(contributions);
        Path texts = bundle.resolve("plugin.properties");
        compare(contributions, all(XML_TEXT, xml), texts, TextBundle.read(texts).texts().keySet(), wrong);
        all(XML_LITERAL, xml).forEach(text -> wrong.add(contributions + " says '" + text + "' itself"));
        assertTrue(
            Files.readString(bundle.resolve("build.properties")).contains("plugin_zh.properties"),
            bundle + "/build.properties leaves out plugin_zh.properties");
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void compare(Path user, Set<String> used, Path file, Set<String> there, List<String> wrong) {
    used.stream().filter(key -> !there.contains(key)).forEach(key -> wrong.add(file + " lacks " + key));
    there.stream().filter(key -> !used.contains(key)).forEach(key -> wrong.add(user + " never uses " + key));
  }

  private List<String> violations(Function<Translation, List<String>> rule) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      for (Path original : TextBundle.originals(bundle)) {
        TextBundle english = TextBundle.read(original);
        TextBundle chinese = TextBundle.read(TextBundle.chinese(original));
        wrong.addAll(rule.apply(new Translation(english, chinese)));
      }
    }
    return wrong;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
