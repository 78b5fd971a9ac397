package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Products on tiles of C that are one vector wide and stay in registers:
 * {@code C[r][n] ← fma(A[r][i], B[i][n], C[r][n])} for i ascending. Unrolled by hand, because only local
 * variables become registers.
 */
final class NarrowTiles {

  private NarrowTiles() {}

  /** 10 rows of C. */
  static void by10(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + cRow);
    FloatVector s2 = load(m, c + 2 * cRow);
    FloatVector s3 = load(m, c + 3 * cRow);
    FloatVector s4 = load(m, c + 4 * cRow);
    FloatVector s5 = load(m, c + 5 * cRow);
    FloatVector s6 = load(m, c + 6 * cRow);
    FloatVector s7 = load(m, c + 7 * cRow);
    FloatVector s8 = load(m, c + 8 * cRow);
    FloatVector s9 = load(m, c + 9 * cRow);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector term = load(m, y);
      s0 = Lanes.all(m[x]).fma(term, s0);
      s1 = Lanes.all(m[x + aRow]).fma(term, s1);
      s2 = Lanes.all(m[x + 2 * aRow]).fma(term, s2);
      s3 = Lanes.all(m[x + 3 * aRow]).fma(term, s3);
      s4 = Lanes.all(m[x + 4 * aRow]).fma(term, s4);
      s5 = Lanes.all(m[x + 5 * aRow]).fma(term, s5);
      s6 = Lanes.all(m[x + 6 * aRow]).fma(term, s6);
      s7 = Lanes.all(m[x + 7 * aRow]).fma(term, s7);
      s8 = Lanes.all(m[x + 8 * aRow]).fma(term, s8);
      s9 = Lanes.all(m[x + 9 * aRow]).fma(term, s9);
      x += aInner;
      y += bRow;
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + cRow);
    s2.intoArray(m, c + 2 * cRow);
    s3.intoArray(m, c + 3 * cRow);
    s4.intoArray(m, c + 4 * cRow);
    s5.intoArray(m, c + 5 * cRow);
    s6.intoArray(m, c + 6 * cRow);
    s7.intoArray(m, c + 7 * cRow);
    s8.intoArray(m, c + 8 * cRow);
    s9.intoArray(m, c + 9 * cRow);
  }

  /** 6 rows of C. */
  static void by6(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + cRow);
    FloatVector s2 = load(m, c + 2 * cRow);
    FloatVector s3 = load(m, c + 3 * cRow);
    FloatVector s4 = load(m, c + 4 * cRow);
    FloatVector s5 = load(m, c + 5 * cRow);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector term = load(m, y);
      s0 = Lanes.all(m[x]).fma(term, s0);
      s1 = Lanes.all(m[x + aRow]).fma(term, s1);
      s2 = Lanes.all(m[x + 2 * aRow]).fma(term, s2);
      s3 = Lanes.all(m[x + 3 * aRow]).fma(term, s3);
      s4 = Lanes.all(m[x + 4 * aRow]).fma(term, s4);
      s5 = Lanes.all(m[x + 5 * aRow]).fma(term, s5);
      x += aInner;
      y += bRow;
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + cRow);
    s2.intoArray(m, c + 2 * cRow);
    s3.intoArray(m, c + 3 * cRow);
    s4.intoArray(m, c + 4 * cRow);
    s5.intoArray(m, c + 5 * cRow);
  }

  /** 4 rows of C. */
  static void by4(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + cRow);
    FloatVector s2 = load(m, c + 2 * cRow);
    FloatVector s3 = load(m, c + 3 * cRow);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector term = load(m, y);
      s0 = Lanes.all(m[x]).fma(term, s0);
      s1 = Lanes.all(m[x + aRow]).fma(term, s1);
      s2 = Lanes.all(m[x + 2 * aRow]).fma(term, s2);
      s3 = Lanes.all(m[x + 3 * aRow]).fma(term, s3);
      x += aInner;
      y += bRow;
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + cRow);
    s2.intoArray(m, c + 2 * cRow);
    s3.intoArray(m, c + 3 * cRow);
  }

  /** 2 rows of C. */
  static void by2(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0 = load(m, c);
    FloatVector s1 = load(m, c + cRow);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector term = load(m, y);
      s0 = Lanes.all(m[x]).fma(term, s0);
      s1 = Lanes.all(m[x + aRow]).fma(term, s1);
      x += aInner;
      y += bRow;
    }
    s0.intoArray(m, c);
    s1.intoArray(m, c + cRow);
  }

  /** One row of C. */
  static void by1(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0 = load(m, c);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector term = load(m, y);
      s0 = Lanes.all(m[x]).fma(term, s0);
      x += aInner;
      y += bRow;
    }
    s0.intoArray(m, c);
  }
}
