package org.archipelago.core;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Texts for people, in the files {@code messages.properties} (English) and {@code messages_zh.properties}
 * beside a class. The language is the process's default locale at the time of the call. Placeholders are
 * those of {@link String#format}.
 */
public final class Texts {

  private static final Control NO_OTHER_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final String name;
  private final ClassLoader loader;

  private Texts(String name, ClassLoader loader) {
    this.name = name;
    this.loader = loader;
  }

  /** The texts of a class's package. */
  public static Texts beside(Class<?> owner) {
    return new Texts(owner.getPackageName() + ".messages", owner.getClassLoader());
  }

  /**
   * A text with its placeholders filled in.
   *
   * @throws java.util.MissingResourceException if no file has that key
   */
  public String get(String key, Object... values) {
    String pattern =
        ResourceBundle.getBundle(name, Locale.getDefault(), loader, NO_OTHER_LANGUAGE).getString(key);
    return values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values);
  }
}
