package org.archipelago.ui.workbench.partition;

import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.Range;

/**
 * Which value each place of a slider stands for. Where the range spans orders of magnitude, steps are factors; a range
 * without an end is given one.
 *
 * @param low value of the first place
 * @param high value of the last place
 * @param factors whether a step multiplies, and does not add
 * @param whole whether values are whole numbers
 */
public record SliderScale(double low, double high, boolean factors, boolean whole) {

  /** Places of a slider, from 0. */
  public static final int PLACES = 1000;

  private static final double SMALLEST = 1e-3;
  private static final double USUAL_MOST = 1000;
  private static final double MANY_TIMES = 50;

  /**
   * The scale of a parameter.
   *
   * @param most the most that makes sense of whole numbers, such as the number of rows
   */
  public static SliderScale of(ParameterDescriptor parameter, int most) {
    boolean whole = parameter.type() == ParameterType.INTEGER;
    Range range = parameter.range();
    double low = Double.isFinite(range.low()) ? range.low() : 0;
    double high = Double.isFinite(range.high()) ? range.high() : whole ? Math.min(most, USUAL_MOST) : USUAL_MOST;
    if (range.lowOpen() && Double.isFinite(range.low())) {
      low = whole ? low + 1 : low + Math.min(SMALLEST, (high - low) / PLACES);
    }
    if (range.highOpen() && Double.isFinite(range.high())) {
      high = whole ? high - 1 : high - (high - low) / PLACES;
    }
    high = Math.max(high, whole ? low + 1 : low);
    return new SliderScale(low, high, low > 0 && high / low > MANY_TIMES, whole);
  }

  /** The same with room for a value that was typed. */
  public SliderScale reaching(double value) {
    return new SliderScale(Math.min(low, value), Math.max(high, value), factors && value > 0, whole);
  }

  /** The value of a place: round, to as many digits as steps can tell apart. */
  public double value(int place) {
    double share = (double) place / PLACES;
    double exact = factors ? low * Math.pow(high / low, share) : low + share * (high - low);
    if (place == 0 || place == PLACES) {
      return exact;
    }
    return whole ? Math.rint(exact) : Math.clamp(rounded(exact), low, high);
  }

  private double rounded(double exact) {
    if (exact == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(factors ? exact : high - low)) - (factors ? 1 : 2));
    return unit < 1 ? Math.rint(exact / unit) / Math.rint(1 / unit) : Math.rint(exact / unit) * unit;
  }

  /** The place nearest to a value. */
  public int place(double value) {
    double share = factors ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return (int) Math.clamp(Math.round(share * PLACES), 0, PLACES);
  }
}
