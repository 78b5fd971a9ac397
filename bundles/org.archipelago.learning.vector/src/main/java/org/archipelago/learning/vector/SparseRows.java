package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Products on one row of C in registers, with the factors of A that are not 0 and the places of their rows
 * of B in lists: {@code C[n] ← fma(factor, B[row + n], C[n])} in the order of the lists.
 */
final class SparseRows {

  private SparseRows() {}

  /** How many vectors to take next; 13 leave registers enough even where there are 16. */
  static int width(int left) {
    boolean leavesCrumbs = left > 13 && left < 17;
    if (left >= 13 && !leavesCrumbs) {
      return 13;
    }
    return left >= 10 ? 10 : left >= 8 ? 8 : left >= 6 ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
  }

  /** A row of C of one of the widths that {@link #width} gives. */
  static void row(
      int width, float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    switch (width) {
      case 13 -> by13(m, from, to, factors, rows, column, c);
      case 10 -> by10(m, from, to, factors, rows, column, c);
      case 8 -> by8(m, from, to, factors, rows, column, c);
      case 6 -> by6(m, from, to, factors, rows, column, c);
      case 4 -> by4(m, from, to, factors, rows, column, c);
      case 2 -> by2(m, from, to, factors, rows, column, c);
      default -> by1(m, from, to, factors, rows, column, c);
    }
  }

  /** A row of C that is 13 vectors wide. */
  static void by13(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    FloatVector s2 = load(m, c + 2 * LANES);
    FloatVector s3 = load(m, c + 3 * LANES);
    FloatVector s4 = load(m, c + 4 * LANES);
    FloatVector s5 = load(m, c + 5 * LANES);
    FloatVector s6 = load(m, c + 6 * LANES);
    FloatVector s7 = load(m, c + 7 * LANES);
    FloatVector s8 = load(m, c + 8 * LANES);
    FloatVector s9 = load(m, c + 9 * LANES);
    FloatVector s10 = load(m, c + 10 * LANES);
    FloatVector s11 = load(m, c + 11 * LANES);
    FloatVector s12 = load(m, c + 12 * LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
      s2 = f.fma(load(m, y + 2 * LANES), s2);
      s3 = f.fma(load(m, y + 3 * LANES), s3);
      s4 = f.fma(load(m, y + 4 * LANES), s4);
      s5 = f.fma(load(m, y + 5 * LANES), s5);
      s6 = f.fma(load(m, y + 6 * LANES), s6);
      s7 = f.fma(load(m, y + 7 * LANES), s7);
      s8 = f.fma(load(m, y + 8 * LANES), s8);
      s9 = f.fma(load(m, y + 9 * LANES), s9);
      s10 = f.fma(load(m, y + 10 * LANES), s10);
      s11 = f.fma(load(m, y + 11 * LANES), s11);
      s12 = f.fma(load(m, y + 12 * LANES), s12);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
    s2.intoArray(m, c + 2 * LANES);
    s3.intoArray(m, c + 3 * LANES);
    s4.intoArray(m, c + 4 * LANES);
    s5.intoArray(m, c + 5 * LANES);
    s6.intoArray(m, c + 6 * LANES);
    s7.intoArray(m, c + 7 * LANES);
    s8.intoArray(m, c + 8 * LANES);
    s9.intoArray(m, c + 9 * LANES);
    s10.intoArray(m, c + 10 * LANES);
    s11.intoArray(m, c + 11 * LANES);
    s12.intoArray(m, c + 12 * LANES);
  }

  /** A row of C that is 10 vectors wide. */
  static void by10(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    FloatVector s2 = load(m, c + 2 * LANES);
    FloatVector s3 = load(m, c + 3 * LANES);
    FloatVector s4 = load(m, c + 4 * LANES);
    FloatVector s5 = load(m, c + 5 * LANES);
    FloatVector s6 = load(m, c + 6 * LANES);
    FloatVector s7 = load(m, c + 7 * LANES);
    FloatVector s8 = load(m, c + 8 * LANES);
    FloatVector s9 = load(m, c + 9 * LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
      s2 = f.fma(load(m, y + 2 * LANES), s2);
      s3 = f.fma(load(m, y + 3 * LANES), s3);
      s4 = f.fma(load(m, y + 4 * LANES), s4);
      s5 = f.fma(load(m, y + 5 * LANES), s5);
      s6 = f.fma(load(m, y + 6 * LANES), s6);
      s7 = f.fma(load(m, y + 7 * LANES), s7);
      s8 = f.fma(load(m, y + 8 * LANES), s8);
      s9 = f.fma(load(m, y + 9 * LANES), s9);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
    s2.intoArray(m, c + 2 * LANES);
    s3.intoArray(m, c + 3 * LANES);
    s4.intoArray(m, c + 4 * LANES);
    s5.intoArray(m, c + 5 * LANES);
    s6.intoArray(m, c + 6 * LANES);
    s7.intoArray(m, c + 7 * LANES);
    s8.intoArray(m, c + 8 * LANES);
    s9.intoArray(m, c + 9 * LANES);
  }

  /** A row of C that is 8 vectors wide. */
  static void by8(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    FloatVector s2 = load(m, c + 2 * LANES);
    FloatVector s3 = load(m, c + 3 * LANES);
    FloatVector s4 = load(m, c + 4 * LANES);
    FloatVector s5 = load(m, c + 5 * LANES);
    FloatVector s6 = load(m, c + 6 * LANES);
    FloatVector s7 = load(m, c + 7 * LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
      s2 = f.fma(load(m, y + 2 * LANES), s2);
      s3 = f.fma(load(m, y + 3 * LANES), s3);
      s4 = f.fma(load(m, y + 4 * LANES), s4);
      s5 = f.fma(load(m, y + 5 * LANES), s5);
      s6 = f.fma(load(m, y + 6 * LANES), s6);
      s7 = f.fma(load(m, y + 7 * LANES), s7);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
    s2.intoArray(m, c + 2 * LANES);
    s3.intoArray(m, c + 3 * LANES);
    s4.intoArray(m, c + 4 * LANES);
    s5.intoArray(m, c + 5 * LANES);
    s6.intoArray(m, c + 6 * LANES);
    s7.intoArray(m, c + 7 * LANES);
  }

  /** A row of C that is 6 vectors wide. */
  static void by6(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    FloatVector s2 = load(m, c + 2 * LANES);
    FloatVector s3 = load(m, c + 3 * LANES);
    FloatVector s4 = load(m, c + 4 * LANES);
    FloatVector s5 = load(m, c + 5 * LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
      s2 = f.fma(load(m, y + 2 * LANES), s2);
      s3 = f.fma(load(m, y + 3 * LANES), s3);
      s4 = f.fma(load(m, y + 4 * LANES), s4);
      s5 = f.fma(load(m, y + 5 * LANES), s5);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
    s2.intoArray(m, c + 2 * LANES);
    s3.intoArray(m, c + 3 * LANES);
    s4.intoArray(m, c + 4 * LANES);
    s5.intoArray(m, c + 5 * LANES);
  }

  /** A row of C that is 4 vectors wide. */
  static void by4(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    FloatVector s2 = load(m, c + 2 * LANES);
    FloatVector s3 = load(m, c + 3 * LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
      s2 = f.fma(load(m, y + 2 * LANES), s2);
      s3 = f.fma(load(m, y + 3 * LANES), s3);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
    s2.intoArray(m, c + 2 * LANES);
    s3.intoArray(m, c + 3 * LANES);
  }

  /** A row of C that is 2 vectors wide. */
  static void by2(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + LANES);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
      s1 = f.fma(load(m, y + LANES), s1);
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + LANES);
  }

  /** A row of C that is one vector wide. */
  static void by1(float[] m, int from, int to, float[] factors, int[] rows, int column, int c) {
    FloatVector s0 = load(m, c);
    for (int i = from; i < to; i++) {
      FloatVector f = Lanes.all(factors[i]);
      int y = rows[i] + column;
      s0 = f.fma(load(m, y), s0);
    }
    s0.intoArray(m, c);
  }
}
