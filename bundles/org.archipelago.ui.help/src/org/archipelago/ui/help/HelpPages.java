package org.archipelago.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.archipelago.core.Language;
import org.archipelago.ui.help.HelpPage.Section;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * All pages in one language, read once from the bundle into which the build has put them; what is not told
 * in that language is told in English. Thread-safe.
 */
public final class HelpPages {

  /** Where one begins. */
  public static final String START = "README.md";

  private static final String FOLDER = "docs/";
  private static final String LICENCES = "../licences/";
  private static final int AROUND_HIT = 60;

  /**
   * A place where words were found.
   *
   * @param link leads there
   * @param heading of page and section
   * @param around the words with some of what stands around them
   */
  public record Hit(String link, String heading, String around) {}

  private static final Map<Language, HelpPages> LANGUAGES = new EnumMap<>(Language.class);

  private final Map<String, HelpPage> pages;
  private final Map<String, HelpPage> originals;
  private final String folder;

  /** @param originals pages in English by path; translations lie in a folder that is called as the language */
  private HelpPages(Map<String, HelpPage> originals, Map<String, HelpPage> translations, Language language) {
    this.originals = originals;
    folder = language.tag() + "/";
    pages = new TreeMap<>(originals);
    translations.forEach((path, page) -> {
      if (path.startsWith(folder)) {
        pages.remove(path.substring(folder.length()));
        pages.put(path, page);
      }
    });
  }

  /** The pages in the language of this program. Reading them takes a moment the first time. */
  public static HelpPages get() {
    return in(Language.current());
  }

  /** The pages in a language. */
  public static synchronized HelpPages in(Language language) {
    return LANGUAGES.computeIfAbsent(language, HelpPages::read);
  }

  private static HelpPages read(Language language) {
    Bundle bundle = FrameworkUtil.getBundle(HelpPages.class);
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    Map<String, HelpPage> originals = new TreeMap<>();
    Map<String, HelpPage> translations = new TreeMap<>();
    for (URL entry : Collections.list(bundle.findEntries(FOLDER, "*.md", true))) {
      String path = entry.getPath().substring(entry.getPath().indexOf(FOLDER) + FOLDER.length());
      try (InputStream in = entry.openStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        (isTranslation(path) ? translations : originals).put(path, page(path, parser.parse(text)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    addFolders(parser, originals);
    return new HelpPages(originals, translations, language);
  }

  private static boolean isTranslation(String path) {
    return Language.tags().stream().anyMatch(tag -> path.startsWith(tag + "/"));
  }

  /** A folder that is linked to is a page that lists what lies in it. */
  private static void addFolders(Parser parser, Map<String, HelpPage> pages) {
    Map<String, StringBuilder> folders = new TreeMap<>();
    for (HelpPage page : pages.values()) {
      int slash = page.path().lastIndexOf('/');
      if (slash >= 0) {
        String folder = page.path().substring(0, slash + 1);
        String name = page.path().substring(slash + 1);
        folders.computeIfAbsent(folder, any -> new StringBuilder("# " + capital(folder) + "\n\n"))
            .append("* [").append(page.title()).append("](").append(name).append(")\n");
      }
    }
    folders.forEach((path, text) -> pages.put(path, page(path, parser.parse(text.toString()))));
  }

  private static String capital(String folder) {
    String name = folder.substring(0, folder.length() - 1);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static HelpPage page(String path, Node content) {
    WideText.joinLines(content);
    List<Section> sections = new ArrayList<>();
    String heading = "";
    String anchor = "";
    StringBuilder text = new StringBuilder();
    for (Node node = content.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        sections.add(new Section(anchor, heading, text.toString()));
        heading = Words.of(node);
        anchor = Words.anchor(heading);
        text.setLength(0);
      } else {
        text.append(Words.of(node)).append(' ');
      }
    }
    sections.add(new Section(anchor, heading, text.toString()));
    sections.removeIf(section -> section.heading().isEmpty() && section.text().isBlank());
    String title = sections.isEmpty() ? path : sections.getFirst().heading();
    return new HelpPage(path, title, content, List.copyOf(sections));
  }

  /** Paths of all pages. */
  public Collection<String> paths() {
    return pages.keySet();
  }

  /** A page by its own path, or by that of the English one. */
  Optional<HelpPage> page(String path) {
    return path.startsWith(LICENCES) ? licence(path) : Optional.ofNullable(pages.get(spoken(path)));
  }

  private String spoken(String path) {
    String original = path.startsWith(folder) ? path.substring(folder.length()) : path;
    return pages.containsKey(folder + original) ? folder + original : original;
  }

  /** What a place is called in the page of this language, where headings of the English one lead to it, too. */
  String anchor(HelpPage page, String anchor) {
    HelpPage original =
        page.path().startsWith(folder) ? originals.get(page.path().substring(folder.length())) : null;
    if (original == null) {
      return anchor;
    }
    List<Section> sections = original.sections();
    return IntStream.range(0, Math.min(sections.size(), page.sections().size()))
        .filter(i -> sections.get(i).anchor().equals(anchor))
        .mapToObj(i -> page.sections().get(i).anchor())
        .findFirst()
        .orElse(anchor);
  }

  private static Optional<HelpPage> licence(String path) {
    URL entry = FrameworkUtil.getBundle(HelpPages.class).getEntry(path.substring("../".length()));
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = entry.openStream()) {
      FencedCodeBlock text = new FencedCodeBlock();
      text.setLiteral(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Document content = new Document();
      content.appendChild(text);
      return Optional.of(new HelpPage(path, path.substring(LICENCES.length()), content, List.of()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A page's first heading. */
  public String title(String path) {
    return page(path).map(HelpPage::title).orElse(path);
  }

  /** Whether a link that stands on no page leads anywhere. */
  public boolean has(String link) {
    HelpLink target = HelpLink.of("", link);
    return page(target.path())
        .filter(page -> target.anchor().isEmpty()
            || page.sections().stream()
                .anyMatch(section -> section.anchor().equals(anchor(page, target.anchor()))))
        .isPresent();
  }

  /** The parts that others have written, as the page of them lists them. */
  public List<Component> components() {
    List<Component> components = new ArrayList<>();
    pages.get("third-party.md").content().accept(new AbstractVisitor() {
      @Override
      public void visit(CustomNode node) {
        if (node instanceof TableRow && node.getParent() instanceof TableBody) {
          Node name = node.getFirstChild();
          Node version = name.getNext();
          Node licence = version.getNext();
          String text = ((Link) licence.getFirstChild()).getDestination();
          components.add(new Component(Words.of(name), Words.of(version), Words.of(licence), text));
        } else {
          visitChildren(node);
        }
      }
    });
    return components;
  }

  /** A picture beside the pages. */
  Optional<URL> picture(String path) {
    return Optional.ofNullable(FrameworkUtil.getBundle(HelpPages.class).getEntry(FOLDER + path));
  }

  /** Every section that has all the words, those first whose heading has them. */
  public List<Hit> search(String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    List<Hit> inHeading = new ArrayList<>();
    List<Hit> inText = new ArrayList<>();
    for (HelpPage page : pages.values()) {
      for (Section section : page.sections()) {
        String heading = section.heading().toLowerCase(Locale.ROOT);
        String all = heading + " " + section.text().toLowerCase(Locale.ROOT);
        if (!words.isBlank() && List.of(wanted).stream().allMatch(all::contains)) {
          (heading.contains(wanted[0]) ? inHeading : inText).add(hit(page, section, wanted[0]));
        }
      }
    }
    inHeading.addAll(inText);
    return inHeading;
  }

  private static Hit hit(HelpPage page, Section section, String word) {
    String text = section.text().strip();
    int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word));
    int blank = text.indexOf(' ', at - AROUND_HIT) + 1;
    int from = at <= AROUND_HIT ? 0 : blank > 0 && blank <= at ? blank : at - AROUND_HIT;
    int to = Math.min(text.length(), at + word.length() + AROUND_HIT);
    String around = (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    String heading =
        section.heading().equals(page.title())
            ? page.title()
            : NLS.bind(HelpMessages.foundPlace, page.title(), section.heading());
    return new Hit(page.path() + "#" + section.anchor(), heading, around);
  }
}
