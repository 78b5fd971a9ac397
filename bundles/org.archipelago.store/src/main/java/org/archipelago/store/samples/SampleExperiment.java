package org.archipelago.store.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;

/**
 * An experiment that ships with the program.
 *
 * @param id what the command line calls it
 */
public record SampleExperiment(String id) {

  private static final Pattern NAME = Pattern.compile("(?m)^name: .*$");
  private static final Pattern DESCRIPTION = Pattern.compile("(?m)^description: >-\\R(?:  .*\\R)+");

  /** The experiment's name in the user's language. */
  public String title() {
    return said("name");
  }

  /** What it shows and why, in the user's language, in one line. */
  public String description() {
    return said("description");
  }

  private String said(String what) {
    return Texts.beside(SampleExperiment.class).text(id + "." + what);
  }

  /** The experiment's file name. */
  public String fileName() {
    return id + ".yaml";
  }

  /**
   * The experiment's text, with comments for whoever wants to change it; its name and description are in
   * the user's language.
   */
  public String text() {
    String text = written();
    if (Language.current() == Language.ENGLISH) {
      return text;
    }
    String named = NAME.matcher(text).replaceFirst("name: " + title());
    return DESCRIPTION.matcher(named).replaceFirst("description: >-\n  " + description() + "\n");
  }

  private String written() {
    try (InputStream in = SampleExperiment.class.getResourceAsStream(fileName())) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its sample " + fileName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
