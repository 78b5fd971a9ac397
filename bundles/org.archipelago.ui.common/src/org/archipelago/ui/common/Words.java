package org.archipelago.ui.common;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that programs give things, in the words of people. */
public final class Words {

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Words() {}

  /** A camel-case name as a label: {@code learningRate} becomes {@code Learning rate}. */
  public static String label(String name) {
    String words = WORD_START.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
