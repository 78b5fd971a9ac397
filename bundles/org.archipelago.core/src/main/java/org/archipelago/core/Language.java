package org.archipelago.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that texts are there in. Nothing depends on the machine's own unless it is asked for. */
public enum Language {
  ENGLISH("en", "English", Locale.ROOT),
  CHINESE("zh", "中文", Locale.CHINESE);

  private final String tag;
  private final String title;
  private final Locale locale;

  Language(String tag, String title, Locale locale) {
    this.tag = tag;
    this.title = title;
    this.locale = locale;
  }

  /** Its tag as in BCP 47, such as {@code zh}. */
  public String tag() {
    return tag;
  }

  /** What those who speak it call it. */
  public String title() {
    return title;
  }

  /** Which resource bundle holds its texts; English ones are those without a tag. */
  public Locale locale() {
    return locale;
  }

  /** The language with that tag. */
  public static Optional<Language> named(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** All tags, in the order of the languages. */
  public static List<String> tags() {
    return Arrays.stream(values()).map(Language::tag).toList();
  }

  /** The language that this process speaks to its user. */
  public static Language current() {
    return of(Locale.getDefault());
  }

  /** The language for people of that locale: English unless there are texts in their own. */
  public static Language of(Locale locale) {
    return named(locale.getLanguage()).orElse(ENGLISH);
  }
}
