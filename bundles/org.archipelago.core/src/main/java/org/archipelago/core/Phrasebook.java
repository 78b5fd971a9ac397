package org.archipelago.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences and what they are in another language, for what is English wherever it arises:
 * records, so that the same run has the same record, and problems. The sentences stand with their places
 * in a file of {@link Texts}, numbered in the order in which they stand; a key that begins with
 * {@code part.} is of words that only stand inside a sentence. What is not known stays as it is.
 */
public final class Phrasebook {

  private static final int DEEPEST = 20;

  private static final String PART = "part.";

  /** @param followed the phrase with another behind it; nothing if it is no sentence */
  private record Phrase(boolean part, Pattern english, Optional<Pattern> followed, String other) {}

  private final List<Phrase> phrases;

  private Phrasebook(List<Phrase> phrases) {
    this.phrases = phrases;
  }

  /** The phrases in a file beside a class; empty for English. */
  public static Phrasebook beside(Class<?> near, String name, Language language) {
    if (language == Language.ENGLISH) {
      return new Phrasebook(List.of());
    }
    Texts english = Texts.beside(near, name, Language.ENGLISH);
    Texts other = Texts.beside(near, name, language);
    List<String> keys = new ArrayList<>();
    english.keys().forEach(keys::add);
    keys.sort(
        Comparator.comparingInt((String key) -> fixed(english.raw(key)))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return new Phrasebook(
        keys.stream().map(key -> phrase(key, english.raw(key), other.raw(key))).toList());
  }

  /** The more of a phrase is fixed, the earlier it is tried. */
  private static int fixed(String template) {
    return template.replaceAll("\\{\\d}", "").length();
  }

  private static Phrase phrase(String key, String english, String other) {
    StringBuilder pattern = new StringBuilder();
    for (String part : english.split("(?=\\{\\d})|(?<=\\{\\d})")) {
      pattern.append(part.matches("\\{\\d}") ? "(.+?)" : Pattern.quote(part));
    }
    Optional<Pattern> followed =
        english.matches(".*[.?]")
            ? Optional.of(Pattern.compile(pattern + "\\s+(?=\\S)", Pattern.DOTALL))
            : Optional.empty();
    return new Phrase(
        key.startsWith(PART), Pattern.compile(pattern.toString(), Pattern.DOTALL), followed, other);
  }

  /** The same in the other language: one phrase, or sentences one after the other. */
  public String say(String english) {
    return say(english, 0);
  }

  /** The same for words that stand inside sentences. */
  public String sayPart(String english) {
    return say(english, 1);
  }

  private String say(String english, int depth) {
    if (depth > DEEPEST) {
      return english;
    }
    for (Phrase phrase : phrases) {
      Matcher matcher = phrase.english().matcher(english);
      if ((depth > 0 || !phrase.part()) && matcher.matches()) {
        return filled(phrase, matcher, depth);
      }
    }
    for (Phrase phrase : phrases) {
      Optional<Matcher> first =
          phrase.followed().map(pattern -> pattern.matcher(english)).filter(Matcher::lookingAt);
      if (first.isPresent()) {
        return filled(phrase, first.get(), depth) + say(english.substring(first.get().end()), depth + 1);
      }
    }
    return english;
  }

  private String filled(Phrase phrase, Matcher matcher, int depth) {
    Object[] values = new Object[matcher.groupCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = say(matcher.group(i + 1), depth + 1);
    }
    return Texts.filled(phrase.other(), values);
  }
}
