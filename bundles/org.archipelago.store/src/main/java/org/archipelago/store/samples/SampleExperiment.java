package org.archipelago.store.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.core.Language;

/**
 * An experiment that ships with the program. Its name, description and comments are in the user's
 * language; what it does is the same in each.
 *
 * @param id what the command line calls it
 */
public record SampleExperiment(String id) {

  private static final Pattern NAME = Pattern.compile("(?m)^name: (.*)$");
  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  /** The experiment's name. */
  public String title() {
    Matcher name = NAME.matcher(text());
    if (!name.find()) {
      throw new IllegalStateException("the sample " + id + " has no name");
    }
    return name.group(1);
  }

  /** The experiment's file name. */
  public String fileName() {
    return id + ".yaml";
  }

  /** The experiment's text, with comments for whoever wants to change it. */
  public String text() {
    Language language = Language.current();
    return TEXTS.computeIfAbsent(
        language == Language.ENGLISH ? fileName() : id + "_" + language.tag() + ".yaml",
        SampleExperiment::read);
  }

  private static String read(String file) {
    try (InputStream in = SampleExperiment.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its sample " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
