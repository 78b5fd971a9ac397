package org.archipelago.learning.math;

import static org.archipelago.learning.math.Fma.fma;

/**
 * Normal numbers from uniform bits (Box and Muller 1958, "A note on the generation of random normal deviates"):
 * two of them from two words of 32 bits, by a fixed sequence of operations without a branch, so that lanes and
 * scalars give the same bits.
 *
 * <p>The radius √(−2·ln u) takes 31 bits of the first word, so that no number lies beyond 6.66 standard
 * deviations, where the normal distribution has 3e-11 of its mass. The angle is 24 bits of the second word on
 * the right half of the circle; its lowest bit says whether the left half is meant. Polynomials of sine and cosine
 * interpolate in Chebyshev's nodes; both are right to 2e-7. That of the logarithm is the one of {@link FloatMath}.
 */
public final class BoxMuller {

  /** Pairs that lie side by side: sixteen with the cosine, then sixteen with the sine. */
  public static final int PAIRS = 16;

  public static final float UNIT = 0x1p-31f;
  public static final float HALF_UNIT = 0x1p-32f;
  public static final float ANGLE_UNIT = 0x1p-24f;

  public static final int SQRT_HALF_BITS = 0x3F3504F3;
  public static final float LN2_HIGH = 0x1.62e4p-1f;
  public static final float LN2_LOW = 0x1.7f7d1cp-20f;

  public static final float LOG_8 = 0x1.1457a0p-4f;
  public static final float LOG_7 = -0x1.de3c12p-4f;
  public static final float LOG_6 = 0x1.e6f06cp-4f;
  public static final float LOG_5 = -0x1.fc220ap-4f;
  public static final float LOG_4 = 0x1.233768p-3f;
  public static final float LOG_3 = -0x1.555c4ep-3f;
  public static final float LOG_2 = 0x1.99a4b6p-3f;
  public static final float LOG_1 = -0x1.000006p-2f;
  public static final float LOG_0 = 0x1.555548p-2f;

  public static final float SIN_5 = -0x1.cc9cc2p-8f;
  public static final float SIN_4 = 0x1.501416p-4f;
  public static final float SIN_3 = -0x1.32d130p-1f;
  public static final float SIN_2 = 0x1.466bc0p+1f;
  public static final float SIN_1 = -0x1.4abbcep+2f;
  public static final float SIN_0 = 0x1.921fb6p+1f;

  public static final float COS_6 = 0x1.e258aap-10f;
  public static final float COS_5 = -0x1.a651c2p-6f;
  public static final float COS_4 = 0x1.e1f24ep-3f;
  public static final float COS_3 = -0x1.55d3c0p+0f;
  public static final float COS_2 = 0x1.03c1f0p+2f;
  public static final float COS_1 = -0x1.3bd3ccp+2f;
  public static final float COS_0 = 1f;

  private BoxMuller() {}

  /** √(−2·ln u) for u in (0, 1], which are the upper 31 bits. */
  public static float radius(int bits) {
    float u = fma((float) (bits >>> 1), UNIT, HALF_UNIT);
    int raw = Float.floatToRawIntBits(u);
    int exponent = (raw - SQRT_HALF_BITS) >> 23;
    float f = Float.intBitsToFloat(raw - (exponent << 23)) - 1;
    float p = fma(LOG_8, f, LOG_7);
    p = fma(p, f, LOG_6);
    p = fma(p, f, LOG_5);
    p = fma(p, f, LOG_4);
    p = fma(p, f, LOG_3);
    p = fma(p, f, LOG_2);
    p = fma(p, f, LOG_1);
    p = fma(p, f, LOG_0);
    float square = f * f;
    float k = exponent;
    float tail = fma(k, LN2_LOW, fma(p, square * f, -0.5f * square));
    return (float) Math.sqrt(-2f * fma(k, LN2_HIGH, f + tail));
  }

  /** Cosine of the angle that a word stands for. */
  public static float cosine(int bits) {
    float s = (bits >> 8) * ANGLE_UNIT;
    float z = s * s;
    float p = fma(COS_6, z, COS_5);
    p = fma(p, z, COS_4);
    p = fma(p, z, COS_3);
    p = fma(p, z, COS_2);
    p = fma(p, z, COS_1);
    p = fma(p, z, COS_0);
    return p * (1 - 2 * (bits & 1));
  }

  /** Sine of the angle that a word stands for. */
  public static float sine(int bits) {
    float s = (bits >> 8) * ANGLE_UNIT;
    float z = s * s;
    float p = fma(SIN_5, z, SIN_4);
    p = fma(p, z, SIN_3);
    p = fma(p, z, SIN_2);
    p = fma(p, z, SIN_1);
    p = fma(p, z, SIN_0);
    return p * s;
  }
}
