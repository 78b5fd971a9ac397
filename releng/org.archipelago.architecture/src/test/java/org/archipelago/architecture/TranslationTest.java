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
import java.util.function.BiPredicate;
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
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

  /** Texts that are the same in both languages. */
  private static final Set<String> NAMES = Set.of("Archipelago", "experiment", "R²");

  private final Checkout checkout = new Checkout(Path.of("..", ".."));

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (TextBundle english : english()) {
      TextBundle chinese = TextBundle.read(TextBundle.chinese(english.file()));
      Set<String> keys = new TreeSet<>(english.texts().keySet());
      keys.removeAll(chinese.texts().keySet());
      keys.forEach(key -> wrong.add(chinese.file() + " lacks " + key));
      Set<String> added = new TreeSet<>(chinese.texts().keySet());
      added.removeAll(english.texts().keySet());
      added.forEach(key -> wrong.add(chinese.file() + " has " + key + ", which the English texts lack"));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void translationsKeepPlaceholders() throws IOException {
    assertEquals(
        List.of(),
        violations(
            (english, chinese) ->
                TextBundle.placeholders(english).equals(TextBundle.placeholders(chinese))));
  }

  @Test
  void translationsKeepMnemonicsBehindTheText() throws IOException {
    assertEquals(
        List.of(),
        violations(
            (english, chinese) ->
                TextBundle.mnemonic(english).isEmpty()
                    ? TextBundle.mnemonic(chinese).isEmpty()
                    : chinese.contains("(&" + TextBundle.mnemonic(chinese) + ")")));
  }

  @Test
  void nothingIsLeftInEnglish() throws IOException {
    assertEquals(List.of(), violations(TranslationTest::isTranslated));
  }

  @Test
  void classesAndTheirFilesHaveTheSameKeys() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      for (Path source : sources(bundle)) {
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

  private static boolean isTranslated(String english, String chinese) {
    return CHINESE.matcher(chinese).find()
        || !LATIN.matcher(chinese).find()
        || NAMES.contains(chinese) && english.equals(chinese);
  }

  /** Texts whose English and Chinese are not as they should be to each other. */
  private List<String> violations(BiPredicate<String, String> rule) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (TextBundle english : english()) {
      TextBundle chinese = TextBundle.read(TextBundle.chinese(english.file()));
      english.texts().forEach((key, text) -> {
        String translation = chinese.texts().get(key);
        if (translation != null && !rule.test(text, translation)) {
          wrong.add("%s, %s: '%s' for '%s'".formatted(chinese.file(), key, translation, text));
        }
      });
    }
    return wrong;
  }

  private List<TextBundle> english() throws IOException {
    List<TextBundle> found = new ArrayList<>();
    for (Path bundle : checkout.bundles()) {
      for (Path file : TextBundle.originals(bundle)) {
        found.add(TextBundle.read(file));
      }
    }
    assertTrue(found.size() > 5, "no texts were found");
    return found;
  }

  private static List<Path> sources(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
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
