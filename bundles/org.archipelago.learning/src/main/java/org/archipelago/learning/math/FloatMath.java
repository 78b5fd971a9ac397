package org.archipelago.learning.math;

import static org.archipelago.learning.math.Fma.fma;

/**
 * Elementary functions of floats that give the same bits on every machine and Java, since they are
 * fixed sequences of +, −, ×, ÷, fma and bit operations without a branch, so that HotSpot may vectorise
 * them. {@link Math#exp} and the like may differ by a last bit between releases and machines.
 *
 * <p>Arguments are reduced as by Cody and Waite 1980, "Software Manual for the Elementary Functions".
 * The polynomials are minimax, computed with Remez' algorithm in 50 digits for these forms and intervals
 * and rounded to floats. The tests hold every function to the error that is given, in units in the last
 * place, against double precision or 40 digits.
 */
public final class FloatMath {

  private static final float LOG2_E = 0x1.715476p0f;
  private static final float LN2_HIGH = 0x1.62e4p-1f;
  private static final float LN2_LOW = 0x1.7f7d1cp-20f;
  private static final float SQRT_HALF = 0x1.6a09e6p-1f;
  private static final float INV_SQRT_2PI = 0x1.988454p-2f;

  /** Added and taken away, it rounds to the nearest whole number, which is left in its last bits. */
  private static final float ROUNDER = 0x1.8p23f;

  private static final int ROUNDER_BITS = 0x4B400000;

  private FloatMath() {}

  /** e^x to 1 ulp; 0 and ∞ beyond the range, NaN for NaN. */
  public static float exp(float x) {
    float clamped = Math.max(-104f, Math.min(x, 89f));
    float shifted = fma(clamped, LOG2_E, ROUNDER);
    float k = shifted - ROUNDER;
    int exponent = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
    float r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, clamped));
    float p = 0x1.6a1550p-10f;
    p = fma(p, r, 0x1.123a50p-7f);
    p = fma(p, r, 0x1.555902p-5f);
    p = fma(p, r, 0x1.555490p-3f);
    p = fma(p, r, 0x1.fffffcp-2f);
    p = fma(p, r * r, r) + 1;
    // In two factors, since 2^k alone may be out of range.
    int half = exponent >> 1;
    return p * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat((exponent + 127) << 23);
  }

  /** Natural logarithm to 1.5 ulp; −∞ for 0, NaN below, also for numbers below the normal range. */
  public static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    float scaled = subnormal ? x * 0x1p23f : x;
    int bits = Float.floatToRawIntBits(scaled);
    int exponent = (bits - 0x3F3504F3) >> 23;
    float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
    float p = 0x1.1457a0p-4f;
    p = fma(p, f, -0x1.de3c12p-4f);
    p = fma(p, f, 0x1.e6f06cp-4f);
    p = fma(p, f, -0x1.fc220ap-4f);
    p = fma(p, f, 0x1.233768p-3f);
    p = fma(p, f, -0x1.555c4ep-3f);
    p = fma(p, f, 0x1.99a4b6p-3f);
    p = fma(p, f, -0x1.000006p-2f);
    p = fma(p, f, 0x1.555548p-2f);
    float square = f * f;
    float k = exponent - (subnormal ? 23 : 0);
    float tail = fma(k, LN2_LOW, fma(p, square * f, -0.5f * square));
    float value = fma(k, LN2_HIGH, f + tail);
    float outside = x == 0 ? Float.NEGATIVE_INFINITY : x < 0 ? Float.NaN : x;
    return x > 0 && x < Float.POSITIVE_INFINITY ? value : outside;
  }

  /** Hyperbolic tangent to 2 ulp. */
  public static float tanh(float x) {
    float size = Math.abs(x);
    float square = x * x;
    float p = -0x1.75ba22p-8f;
    p = fma(p, square, 0x1.521e18p-6f);
    p = fma(p, square, -0x1.b83b1cp-5f);
    p = fma(p, square, 0x1.11071ep-3f);
    p = fma(p, square, -0x1.555532p-2f);
    float small = fma(p * square, x, x);
    float large = 1 - 2 / (exp(2 * size) + 1);
    return size < 0.625f ? small : Math.copySign(large, x);
  }

  /** The logistic function, {@code 1 / (1 + e^−x)}, to 2.5 ulp. */
  public static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  /** The error function to 1.5 ulp. */
  public static float erf(float x) {
    float size = Math.min(Math.abs(x), 4f);
    float square = size * size;
    float p = 0x1.496a16p-14f;
    p = fma(p, square, -0x1.a3f6f6p-11f);
    p = fma(p, square, 0x1.5405b0p-8f);
    p = fma(p, square, -0x1.b7f90cp-6f);
    p = fma(p, square, 0x1.ce2cf8p-4f);
    p = fma(p, square, -0x1.81273ep-2f);
    p = fma(p, square, 0x1.06eba8p-3f);
    float small = fma(p, x, x);
    float q = 0x1.6c0644p-16f;
    q = fma(q, size, -0x1.ceeab4p-12f);
    q = fma(q, size, 0x1.1398e8p-8f);
    q = fma(q, size, -0x1.9d0bc8p-6f);
    q = fma(q, size, 0x1.bc18ccp-4f);
    q = fma(q, size, 0x1.4434f2p-1f);
    q = fma(q, size, 0x1.212c2cp0f);
    q = fma(q, size, -0x1.8b3e0cp-13f);
    float large = 1 - exp(-q);
    return size < 1 ? small : Math.copySign(large, x);
  }

  /** The normal distribution function, {@code (1 + erf(x / √2)) / 2}, to 1e-7 absolute. */
  public static float normalCdf(float x) {
    return fma(0.5f, erf(x * SQRT_HALF), 0.5f);
  }

  /** The normal density, {@code e^(−x²/2) / √(2π)}. */
  public static float normalDensity(float x) {
    return INV_SQRT_2PI * exp(-0.5f * x * x);
  }
}
