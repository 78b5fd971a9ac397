package org.archipelago.data.table;

/** What counts as a number in a cell. */
public final class Numbers {

  private Numbers() {}

  /** Whether it is the number of something rather than a number: digits alone, the first of several a zero. */
  static boolean isCode(String text) {
    return text.length() > 1 && text.charAt(0) == '0' && isDigits(text);
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether it is what programs write for a result that is no finite number, or a number that is too large. */
  static boolean isNotFinite(String text) {
    return text.matches("(?i)[+-]?(nan|inf|infinity)")
        || text.matches("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?") && Double.isNaN(parse(text));
  }

  /**
   * The same of a text with a comma where others have a point.
   *
   * @param comma whether it has
   */
  static double parse(String text, boolean comma) {
    if (!comma) {
      return parse(text);
    }
    return text.indexOf('.') < 0 ? parse(text.replace(',', '.')) : Double.NaN;
  }

  /**
   * The number, or NaN if the text is none. Decimal digits with an optional sign, point and
   * exponent; neither Java's hexadecimal and suffixed forms, nor infinities, nor words.
   */
  public static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }
}
