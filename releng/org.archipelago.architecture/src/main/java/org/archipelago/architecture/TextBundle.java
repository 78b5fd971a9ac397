package org.archipelago.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts in one language: a properties file. */
final class TextBundle {

  private static final String CHINESE = "_zh.properties";
  private static final List<String> NO_TEXTS = List.of("target", "src/test");
  private static final Set<String> OTHERS = Set.of("build.properties", "version.properties");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}|\\$\\{[^}]+}|%(?:\\d+\\$)?[sdn]|\n|</?a>");
  private static final Pattern MNEMONIC = Pattern.compile("&(\\S)");

  private final Path file;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private TextBundle(Path file) {
    this.file = file;
  }

  static TextBundle read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file, in);
    }
  }

  /** Texts that lie elsewhere, such as in a jar. */
  static TextBundle read(Path file, InputStream in) throws IOException {
    TextBundle bundle = new TextBundle(file);
    Properties properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    properties.stringPropertyNames().forEach(key -> bundle.texts.put(key, properties.getProperty(key)));
    return bundle;
  }

  /** The files with English texts below a bundle's folder. */
  static List<Path> originals(Path bundle) throws IOException {
    return below(bundle).filter(file -> !isChinese(file)).toList();
  }

  /** The files with Chinese texts below a bundle's folder. */
  static List<Path> translations(Path bundle) throws IOException {
    return below(bundle).filter(TextBundle::isChinese).toList();
  }

  private static Stream<Path> below(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files
          .filter(file -> NO_TEXTS.stream().noneMatch(folder -> file.startsWith(bundle.resolve(folder))))
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(file -> !OTHERS.contains(file.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean isChinese(Path file) {
    return file.toString().endsWith(CHINESE);
  }

  /** Where the Chinese texts of an English file are. */
  static Path chinese(Path original) {
    return Path.of(original.toString().replaceFirst("\\.properties$", CHINESE));
  }

  Path file() {
    return file;
  }

  SortedMap<String, String> texts() {
    return texts;
  }

  /** What a translation has to keep, in no order: {@code {0}}, {@code ${x}}, {@code %s}, line ends, links. */
  static List<String> placeholders(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.sort(null);
    return found;
  }

  /** The letter by which a menu entry or field is reached; empty when there is none. */
  static String mnemonic(String text) {
    Matcher matcher = MNEMONIC.matcher(text.replace("&&", ""));
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
