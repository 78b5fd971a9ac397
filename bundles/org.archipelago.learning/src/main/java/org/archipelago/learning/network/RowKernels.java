package org.archipelago.learning.network;

/**
 * The innermost loops. Every output is a chain of fused multiply-adds whose terms come in ascending
 * order, so any implementation that keeps lanes along the outputs gives the same bits. Both arrays
 * are indexed alike and from 0, because HotSpot does not vectorise loops over one array with offsets.
 */
final class RowKernels {

  private RowKernels() {}

  /** {@code sum[j] = fma(a, x[j], sum[j])}. */
  static void add(float[] sum, float a, float[] x) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.fma(a, x[j], sum[j]);
    }
  }

  /** Four times {@link #add(float[], float, float[])}, in that order. */
  static void add(
      float[] sum,
      float a0, float[] x0,
      float a1, float[] x1,
      float a2, float[] x2,
      float a3, float[] x3) {
    for (int j = 0; j < sum.length; j++) {
      float first = Math.fma(a1, x1[j], Math.fma(a0, x0[j], sum[j]));
      sum[j] = Math.fma(a3, x3[j], Math.fma(a2, x2[j], first));
    }
  }
}
