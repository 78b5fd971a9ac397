package org.archipelago.learning.math;

/**
 * Exponential and logarithm of doubles for losses: fixed sequences of +, −, ×, ÷ and bit operations, so that
 * they give the same bits on every machine and Java. Made as in {@link FloatMath}.
 */
public final class DoubleMath {

  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double ROUNDER = 0x1.8p52;

  private DoubleMath() {}

  /** e^x to 1 ulp; 0 below −745.2 and ∞ above 709.8, NaN for NaN. */
  public static double exp(double x) {
    double clamped = Math.max(-750.0, Math.min(x, 710.0));
    double shifted = clamped * LOG2_E + ROUNDER;
    double k = shifted - ROUNDER;
    int exponent = (int) Double.doubleToRawLongBits(shifted);
    double high = clamped - k * LN2_HIGH;
    double r = high - k * LN2_LOW;
    double p = 0x1.20d372df06e3ep-29;
    p = p * r + 0x1.af7afe1dd52c6p-26;
    p = p * r + 0x1.27e40a4b7f120p-22;
    p = p * r + 0x1.71dde73c32d6ap-19;
    p = p * r + 0x1.a01a01fd5f66cp-16;
    p = p * r + 0x1.a01a01b7253eap-13;
    p = p * r + 0x1.6c16c16c07be5p-10;
    p = p * r + 0x1.111111110e2b4p-7;
    p = p * r + 0x1.555555555556fp-5;
    p = p * r + 0x1.555555555555dp-3;
    double square = r * r;
    double tail = 0.5 * square + p * (square * r);
    double value = 1 + (r + tail);
    int half = exponent >> 1;
    return value * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((exponent + 1023L) << 52);
  }

  /** Natural logarithm to 1 ulp; −∞ for 0, NaN below. */
  public static double log(double x) {
    if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p52 : x);
    long exponent = (bits - 0x3FE6A09E667F3BCDL) >> 52;
    double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1;
    double s = f / (2 + f);
    double square = s * s;
    double p = 0x1.0f6a9b676238ep-3;
    p = p * square + 0x1.0f5bf5ec84782p-3;
    p = p * square + 0x1.3b20b4df84a64p-3;
    p = p * square + 0x1.745cddff654bcp-3;
    p = p * square + 0x1.c71c7259aa2b7p-3;
    p = p * square + 0x1.249249242aaf9p-2;
    p = p * square + 0x1.9999999999e06p-2;
    p = p * square + 0x1.5555555555555p-1;
    double k = exponent - (subnormal ? 52 : 0);
    // log(1 + f) = f − h + s·(h + square·p), with h = f²/2: the rounding of s touches only the tail.
    double h = 0.5 * f * f;
    return k * LN2_HIGH - ((h - (s * (h + square * p) + k * LN2_LOW)) - f);
  }
}
