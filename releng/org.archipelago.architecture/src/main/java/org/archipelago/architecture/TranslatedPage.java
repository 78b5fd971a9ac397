package org.archipelago.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.archipelago.architecture.PageOutline.Section;

/**
 * A page in English, and the one that says the same in Chinese. All but the words has to be the same: headings,
 * paragraphs, entries of lists, lines of tables, code with its comments, names that are set as code, and links.
 *
 * @param original in English
 * @param translation in the folder {@code zh} beside it
 */
record TranslatedPage(PageOutline original, PageOutline translation) {

  static TranslatedPage read(Path original, Path translation) throws IOException {
    return new TranslatedPage(PageOutline.read(original), PageOutline.read(translation));
  }

  /** Where the translation is not like the original, a sentence each. */
  List<String> differences() {
    List<Integer> levels = original.sections().stream().map(Section::level).toList();
    List<Integer> found = translation.sections().stream().map(Section::level).toList();
    if (!found.equals(levels)) {
      return List.of(
          "%s has headings of the levels %s, %s of %s"
              .formatted(translation.file(), found, original.file(), levels));
    }
    List<String> wrong = new ArrayList<>();
    IntStream.range(0, levels.size()).forEach(i -> {
      compare(i, "paragraphs", Section::paragraphs, wrong);
      compare(i, "entries of lists", Section::items, wrong);
      compare(i, "lines of tables", Section::rows, wrong);
      compare(i, "code", Section::code, wrong);
      compare(i, "names", Section::names, wrong);
      compare(i, "places that links lead to", this::places, wrong);
    });
    return wrong;
  }

  private void compare(int section, String what, Function<Section, Object> part, List<String> wrong) {
    Section english = original.sections().get(section);
    Section chinese = translation.sections().get(section);
    if (!part.apply(chinese).equals(part.apply(english))) {
      wrong.add(
          "%s, “%s”: %s %s, but under “%s” %s"
              .formatted(
                  translation.file(), chinese.heading(), what, part.apply(chinese), english.heading(),
                  part.apply(english)));
    }
  }

  /** Links of a section, those to a translation as links to its original; their order may differ. */
  private List<String> places(Section section) {
    boolean translated = translation.sections().contains(section);
    Path page = translated ? translation.file() : original.file();
    return section.links().stream().map(link -> place(page, link)).sorted().toList();
  }

  private String place(Path page, String link) {
    if (isOutside(link)) {
      return link;
    }
    Path target = target(page, link);
    Path folder = translation.file().getParent();
    String anchor = anchor(link);
    Path english = target.startsWith(folder) ? original.file().resolveSibling(folder.relativize(target)) : target;
    return anchor.isEmpty() ? english.toString() : english + ", heading " + heading(target, anchor);
  }

  private static int heading(Path page, String anchor) {
    return anchors(page).indexOf(anchor);
  }

  /** The links of the translation that lead nowhere. */
  List<String> deadLinks() {
    return translation.sections().stream()
        .flatMap(section -> section.links().stream())
        .filter(link -> !isOutside(link) && !leadsSomewhere(link))
        .map(link -> translation.file() + ": " + link)
        .toList();
  }

  private boolean leadsSomewhere(String link) {
    Path target = target(translation.file(), link);
    return Files.exists(target) && (anchor(link).isEmpty() || heading(target, anchor(link)) >= 0);
  }

  private static boolean isOutside(String link) {
    return link.contains("://");
  }

  private static Path target(Path page, String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? page : page.resolveSibling(path).normalize();
  }

  private static String anchor(String link) {
    return link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
  }

  private static List<String> anchors(Path page) {
    try {
      return PageOutline.read(page).sections().stream().map(Section::anchor).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
