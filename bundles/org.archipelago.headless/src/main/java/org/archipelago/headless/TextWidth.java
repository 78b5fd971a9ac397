package org.archipelago.headless;

import java.lang.Character.UnicodeBlock;

/** How many columns of a terminal a text takes: two for a Chinese character. */
final class TextWidth {

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    UnicodeBlock block = UnicodeBlock.of(character);
    boolean wide =
        Character.isIdeographic(character)
            || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
            || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
    return wide ? 2 : 1;
  }

  /** As much of a text's beginning as there is room for. */
  static String cut(String text, int columns) {
    int end = text.length();
    while (of(text.substring(0, end)) > columns) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  /** The text with blanks behind it. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The text with blanks before it, at least so many. */
  static String rightAligned(String text, int columns, int least) {
    return " ".repeat(Math.max(least, columns - of(text))) + text;
  }
}
