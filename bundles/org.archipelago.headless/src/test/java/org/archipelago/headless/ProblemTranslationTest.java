package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archipelago.core.Language;
import org.archipelago.core.Phrasebook;
import org.archipelago.core.Problem;
import org.junit.jupiter.api.Test;

/** What components find wrong with an experiment can be said in Chinese: every sentence in their code. */
class ProblemTranslationTest {

  private static final List<String> BUNDLES =
      List.of("core", "data", "partition", "store", "strategies", "privacy", "engine");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:Problem\\s*\\.(?:atField|warningAtField|inFile)|Refused\\.because|findings\\.add|new DataProblem)"
              + "\\((.*?);\\n",
          Pattern.DOTALL);
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern VALUE = Pattern.compile("\"\\s*\\+\\s*[^\";]+?\\+\\s*\"");
  private static final Pattern SENTENCE = Pattern.compile("\"([^\" ]+ (?:[^\"\\\\]|\\\\.)*[.?])\"");
  private static final Pattern FORMAT = Pattern.compile("%(?:,|\\.\\d)?[sdgf]|%04X");

  @Test
  void everySentenceIsKnown() throws IOException {
    Phrasebook chinese = Phrasebook.beside(Problem.class, "problemMessages", Language.CHINESE);
    List<String> sentences = sentences();
    assertTrue(sentences.size() > 40, "only found " + sentences);
    assertEquals(
        List.of(), sentences.stream().filter(said -> chinese.say(said).equals(said)).toList());
  }

  /** The sentences in the code, with something in each place. */
  private static List<String> sentences() throws IOException {
    List<String> found = new ArrayList<>();
    for (String bundle : BUNDLES) {
      Path sources = Path.of("..", "org.archipelago." + bundle, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher statement = STATEMENT.matcher(Files.readString(file));
          while (statement.find()) {
            String joined = JOINED.matcher(statement.group(1)).replaceAll("");
            Matcher sentence = SENTENCE.matcher(VALUE.matcher(joined).replaceAll("X"));
            while (sentence.find()) {
              found.add(filled(sentence.group(1)));
            }
          }
        }
      }
    }
    return found;
  }

  private static String filled(String pattern) {
    String one =
        pattern
            .replaceFirst("([.?])(%s)+$", "$1")
            .replace(".%s ", ". ")
            .replace("%s%s.", "%s.")
            .replace("%s%s ", "%s ");
    return FORMAT.matcher(one.replace("\\\"", "\"")).replaceAll("X");
  }
}
