package org.archipelago.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts in one language: a properties file. */
final class TextBundle {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}|%(?:\\d+\\$)?[sd]|\n|</?a>");
  private static final Pattern MNEMONIC = Pattern.compile("&(\\S)");

  private final Path file;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private TextBundle(Path file) {
    this.file = file;
  }

  static TextBundle read(Path file) throws IOException {
    TextBundle bundle = new TextBundle(file);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    properties.stringPropertyNames().forEach(key -> bundle.texts.put(key, properties.getProperty(key)));
    return bundle;
  }

  /** The files with English texts below a bundle's folder. */
  static List<Path> originals(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files
          .filter(file -> !bundle.relativize(file).startsWith("target"))
          .filter(file -> file.toString().matches(".*(essages|plugin|descriptors|bundle)\\.properties"))
          .sorted()
          .toList();
    }
  }

  /** Where the Chinese texts of an English file are. */
  static Path chinese(Path original) {
    return original.resolveSibling(
        original.getFileName().toString().replace(".properties", "_zh.properties"));
  }

  Path file() {
    return file;
  }

  SortedMap<String, String> texts() {
    return texts;
  }

  /** What a translation has to keep, in no order: {@code {0}}, {@code %s}, line ends, links. */
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
