package org.archipelago.core;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a package in one language: {@code messages.properties} (English) beside its classes, in
 * UTF-8, and {@code messages_zh.properties} for another language. A text names what is to be filled in as
 * {@code {0}}, {@code {1}} …; every other character stands for itself.
 */
public final class Texts {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Control FILES_ONLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Language language;

  private Texts(ResourceBundle bundle, Language language) {
    this.bundle = bundle;
    this.language = language;
  }

  /** The texts beside a class in the language of the process. */
  public static Texts beside(Class<?> near) {
    return beside(near, Language.current());
  }

  /**
   * The texts beside a class.
   *
   * @throws java.util.MissingResourceException if its package has none
   */
  public static Texts beside(Class<?> near, Language language) {
    return beside(near, "messages", language);
  }

  /** The texts in another file beside a class: {@code name.properties}. */
  public static Texts beside(Class<?> near, String name, Language language) {
    return new Texts(
        ResourceBundle.getBundle(
            near.getPackageName() + "." + name, language.locale(), near.getClassLoader(), FILES_ONLY),
        language);
  }

  public Language language() {
    return language;
  }

  /** All keys, in no order. */
  public Iterable<String> keys() {
    return bundle.keySet();
  }

  /** The text as it stands in the file. */
  public String raw(String key) {
    return bundle.getString(key);
  }

  /**
   * The text with its places filled.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String text(String key, Object... values) {
    return filled(raw(key), values);
  }

  /** A count with its noun: of the key with {@code .one} for 1, of the key itself for any other. */
  public String many(long number, String key) {
    return text(number == 1 ? key + ".one" : key, String.format(Locale.ROOT, "%,d", number));
  }

  /** A template with its places filled; a place without a value stays as it is. */
  public static String filled(String template, Object... values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  index < values.length ? String.valueOf(values[index]) : place.group());
            });
  }
}
