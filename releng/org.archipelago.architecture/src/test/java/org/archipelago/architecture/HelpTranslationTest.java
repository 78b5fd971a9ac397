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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the help is there in English and in Chinese, and the two say the same. */
class HelpTranslationTest {

  private static final Path ENGLISH = Path.of("../../docs");
  private static final Path CHINESE = ENGLISH.resolve("zh");

  /** Written by a script, of names and numbers. */
  private static final Set<String> ENGLISH_ONLY = Set.of("third-party.md");

  @TempDir private Path folder;

  private static Set<String> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyPageIsThereInBothLanguages() throws IOException {
    Set<String> wanted = pages(ENGLISH);
    assertTrue(wanted.removeAll(ENGLISH_ONLY) && wanted.size() > 10, wanted.toString());
    assertEquals(wanted, pages(CHINESE));
  }

  @Test
  void theChinesePagesAreBuiltAsTheEnglishOnes() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String page : pages(CHINESE)) {
      TranslatedPage translated = TranslatedPage.read(ENGLISH.resolve(page), CHINESE.resolve(page));
      wrong.addAll(translated.differences());
      wrong.addAll(translated.deadLinks());
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void whatWasForgottenIsNamed() throws IOException {
    String english =
        """
        # Runs

        See [Privacy](privacy.md#budget), `run.json` and `report.html`.

        A second paragraph.

        ```
        archipelago run digits
        ```

        ## Files

        | file | what |
        | --- | --- |
        | `a` | one |
        """;
    write("privacy.md", "# Privacy\n\n## Budget\n");
    write("zh/privacy.md", "# 隐私\n\n## 预算\n");
    String chinese =
        english.replace("Runs", "运行").replace("#budget", "#预算").replace("A second paragraph.", "第二段。");
    assertEquals(List.of(), wrong(english, chinese));
    assertTrue(wrong(english, chinese.replace("## Files", "文件")).getFirst().contains("levels [1]"));
    assertTrue(wrong(english, chinese.replace("第二段。", "")).getFirst().contains("paragraphs 1"));
    assertTrue(wrong(english, chinese.replace("`run.json`", "记录")).getFirst().contains("names [report.html]"));
    assertTrue(wrong(english, chinese.replace("run digits", "run")).getFirst().contains("code"));
    assertTrue(wrong(english, chinese.replace("| `a` | one |\n", "")).getFirst().contains("lines of tables 2"));
    assertTrue(wrong(english, chinese.replace("#预算", "")).getFirst().contains("links"));
    assertTrue(wrong(english, chinese.replace("#预算", "#budget")).getLast().endsWith("privacy.md#budget"));
  }

  private List<String> wrong(String english, String chinese) throws IOException {
    TranslatedPage page = TranslatedPage.read(write("runs.md", english), write("zh/runs.md", chinese));
    return Stream.concat(page.differences().stream(), page.deadLinks().stream()).toList();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
