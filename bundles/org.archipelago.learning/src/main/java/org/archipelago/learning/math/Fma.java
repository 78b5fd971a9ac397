package org.archipelago.learning.math;

/** The fused multiply-add of floats: {@code a·b + c}, rounded once, whatever the machine has. */
public final class Fma {

  private static final boolean IN_HARDWARE = fast();

  private Fma() {}

  /** {@code a·b + c} rounded once: the bits of {@link Math#fma(float, float, float)}. */
  public static float fma(float a, float b, float c) {
    return IN_HARDWARE ? Math.fma(a, b, c) : emulated(a, b, c);
  }

  /** Whether the machine has the instruction; without it {@link Math#fma} goes through BigDecimal. */
  public static boolean inHardware() {
    return IN_HARDWARE;
  }

  /**
   * The product of two floats is exact in double. Their sum with the third is rounded to odd, that is,
   * its last bit is set where something was lost, and then to float, which gives the one rounding wanted
   * (Boldo and Melquiond 2008, "Emulation of FMA and correctly rounded sums: proved algorithms using
   * rounding to odd", IEEE Transactions on Computers 57).
   */
  static float emulated(float a, float b, float c) {
    double product = (double) a * b;
    double sum = product + c;
    double back = sum - product;
    double lost = (product - (sum - back)) + (c - back);
    if (lost != 0 && lost - lost == 0) {
      long bits = Double.doubleToRawLongBits(sum);
      if ((bits & 1) == 0) {
        boolean awayFromZero = (lost > 0) == (sum > 0);
        sum = Double.longBitsToDouble(awayFromZero ? bits + 1 : bits - 1);
      }
    }
    return (float) sum;
  }

  private static boolean fast() {
    int calls = 400;
    long best = Long.MAX_VALUE;
    float sum = 1;
    for (int attempt = 0; attempt < 5; attempt++) {
      long begin = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        sum = Math.fma(sum, 0.999f, 0x1p-9f);
      }
      best = Math.min(best, System.nanoTime() - begin);
    }
    long slowestInstruction = 150;
    return sum > 0 && best < slowestInstruction * calls;
  }
}
