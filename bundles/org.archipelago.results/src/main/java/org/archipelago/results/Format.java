package org.archipelago.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;

/**
 * Numbers for people: the one place that decides how many digits a figure is worth. The same in every
 * locale; the decimal sign is a point, thousands are parted by commas.
 */
public final class Format {

  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Format() {}

  /**
   * A share as a percentage, such as {@code 91.6 %}, with no more digits than its rows can tell apart:
   * none under 100 rows, one under 10,000, else two. Only a whole is shown as 100.
   *
   * @param share 0 to 1
   * @param rows the number of rows it was counted on
   */
  public static String percent(double share, long rows) {
    int decimals = percentDecimals(rows);
    BigDecimal percent = new BigDecimal(Double.toString(share)).movePointRight(2);
    BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_EVEN);
    if (share < 1 && rounded.compareTo(BigDecimal.valueOf(100)) == 0) {
      rounded = percent.setScale(Math.max(1, decimals), RoundingMode.DOWN);
    }
    return (share == 1 ? "100" : rounded.toPlainString()) + " %";
  }

  /**
   * A difference of two shares, such as {@code 12.3 points}, with as many digits as {@link #percent}.
   *
   * @param difference −1 to 1
   * @param rows the number of rows both were counted on
   * @param language of the noun
   */
  public static String points(double difference, long rows, Language language) {
    String text =
        new BigDecimal(Double.toString(difference))
            .movePointRight(2)
            .setScale(percentDecimals(rows), RoundingMode.HALF_EVEN)
            .toPlainString()
            .replace('-', '\u2212');
    return Texts.beside(Format.class, language)
        .text(text.matches("\u2212?1") ? "points.one" : "points", text);
  }

  private static int percentDecimals(long rows) {
    return rows < 100 ? 0 : rows < 10_000 ? 1 : 2;
  }

  /** A coefficient such as R²: three decimals. */
  public static String coefficient(double value) {
    if (!Double.isFinite(value)) {
      return measure(value);
    }
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '\u2212');
  }

  /** A loss or an error: three significant digits, {@code 0.213} or {@code 12.3} or {@code 1.20e-5}. */
  public static String measure(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.2e", value).replaceFirst("e([+-])0*(\\d)", "e$1$2")
          .replace("e+", "e");
    }
    int decimals = size == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /**
   * ε, rounded up so that no figure promises more than was accounted: two decimals, fewer from 10 on,
   * two significant digits under 0.1.
   */
  public static String epsilon(double epsilon) {
    if (epsilon == 0) {
      return "0";
    }
    if (!Double.isFinite(epsilon)) {
      return "∞";
    }
    // Steps aside from noise in the last bits, which would turn 3.85 into 3.86.
    BigDecimal value = new BigDecimal(epsilon * (1 - 1e-12));
    int decimals = epsilon < 0.1 ? 1 - (int) Math.floor(Math.log10(epsilon))
        : epsilon < 10 ? 2 : epsilon < 100 ? 1 : 0;
    return value.setScale(decimals, RoundingMode.CEILING).toPlainString();
  }

  /** A number as a person would have typed it: {@code 4}, {@code 0.05}, {@code 1e-5}. */
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return measure(value);
    }
    BigDecimal number = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e9)) {
      int exponent = number.precision() - number.scale() - 1;
      return number.scaleByPowerOfTen(-exponent).round(MathContext.DECIMAL64)
          .stripTrailingZeros().toPlainString() + "e" + exponent;
    }
    return number.toPlainString();
  }

  /** A count with its thousands parted: {@code 1,437}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Bytes in decimal units: {@code 812 B}, {@code 1.24 MB}. */
  public static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, BYTE_UNITS[unit]);
  }

  /** A duration: {@code 12 ms}, {@code 4.2 s}, {@code 1 min 15 s}, {@code 2 h 5 min}. */
  public static String duration(double seconds) {
    if (seconds < 0.9995) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : count(whole / 3600) + " h " + whole % 3600 / 60 + " min";
  }

  /** Rows, clients or rounds with their number, by the key of the noun: {@code rows}. */
  static String many(long number, String noun, Language language) {
    return Texts.beside(Format.class, language).many(number, "count." + noun);
  }

  /** "1 round" or "3 rounds". */
  public static String many(long number, String one, String more) {
    return count(number) + " " + (number == 1 ? one : more);
  }
}
