package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Products on tiles of C that are two vectors wide and stay in registers:
 * {@code C[r][n] ← fma(A[r][i], B[i][n], C[r][n])} for i ascending. Unrolled by hand, because only local
 * variables become registers.
 */
final class WideTiles {

  private WideTiles() {}

  /** 10 rows of C. */
  static void by10(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0l = load(m, c);
    FloatVector s0r = load(m, c + LANES);
    FloatVector s1l = load(m, c + cRow);
    FloatVector s1r = load(m, c + cRow + LANES);
    FloatVector s2l = load(m, c + 2 * cRow);
    FloatVector s2r = load(m, c + 2 * cRow + LANES);
    FloatVector s3l = load(m, c + 3 * cRow);
    FloatVector s3r = load(m, c + 3 * cRow + LANES);
    FloatVector s4l = load(m, c + 4 * cRow);
    FloatVector s4r = load(m, c + 4 * cRow + LANES);
    FloatVector s5l = load(m, c + 5 * cRow);
    FloatVector s5r = load(m, c + 5 * cRow + LANES);
    FloatVector s6l = load(m, c + 6 * cRow);
    FloatVector s6r = load(m, c + 6 * cRow + LANES);
    FloatVector s7l = load(m, c + 7 * cRow);
    FloatVector s7r = load(m, c + 7 * cRow + LANES);
    FloatVector s8l = load(m, c + 8 * cRow);
    FloatVector s8r = load(m, c + 8 * cRow + LANES);
    FloatVector s9l = load(m, c + 9 * cRow);
    FloatVector s9r = load(m, c + 9 * cRow + LANES);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector left = load(m, y);
      FloatVector right = load(m, y + LANES);
      FloatVector f0 = Lanes.all(m[x]);
      s0l = f0.fma(left, s0l);
      s0r = f0.fma(right, s0r);
      FloatVector f1 = Lanes.all(m[x + aRow]);
      s1l = f1.fma(left, s1l);
      s1r = f1.fma(right, s1r);
      FloatVector f2 = Lanes.all(m[x + 2 * aRow]);
      s2l = f2.fma(left, s2l);
      s2r = f2.fma(right, s2r);
      FloatVector f3 = Lanes.all(m[x + 3 * aRow]);
      s3l = f3.fma(left, s3l);
      s3r = f3.fma(right, s3r);
      FloatVector f4 = Lanes.all(m[x + 4 * aRow]);
      s4l = f4.fma(left, s4l);
      s4r = f4.fma(right, s4r);
      FloatVector f5 = Lanes.all(m[x + 5 * aRow]);
      s5l = f5.fma(left, s5l);
      s5r = f5.fma(right, s5r);
      FloatVector f6 = Lanes.all(m[x + 6 * aRow]);
      s6l = f6.fma(left, s6l);
      s6r = f6.fma(right, s6r);
      FloatVector f7 = Lanes.all(m[x + 7 * aRow]);
      s7l = f7.fma(left, s7l);
      s7r = f7.fma(right, s7r);
      FloatVector f8 = Lanes.all(m[x + 8 * aRow]);
      s8l = f8.fma(left, s8l);
      s8r = f8.fma(right, s8r);
      FloatVector f9 = Lanes.all(m[x + 9 * aRow]);
      s9l = f9.fma(left, s9l);
      s9r = f9.fma(right, s9r);
      x += aInner;
      y += bRow;
    }
    s0l.intoArray(m, c);
    s0r.intoArray(m, c + LANES);
    s1l.intoArray(m, c + cRow);
    s1r.intoArray(m, c + cRow + LANES);
    s2l.intoArray(m, c + 2 * cRow);
    s2r.intoArray(m, c + 2 * cRow + LANES);
    s3l.intoArray(m, c + 3 * cRow);
    s3r.intoArray(m, c + 3 * cRow + LANES);
    s4l.intoArray(m, c + 4 * cRow);
    s4r.intoArray(m, c + 4 * cRow + LANES);
    s5l.intoArray(m, c + 5 * cRow);
    s5r.intoArray(m, c + 5 * cRow + LANES);
    s6l.intoArray(m, c + 6 * cRow);
    s6r.intoArray(m, c + 6 * cRow + LANES);
    s7l.intoArray(m, c + 7 * cRow);
    s7r.intoArray(m, c + 7 * cRow + LANES);
    s8l.intoArray(m, c + 8 * cRow);
    s8r.intoArray(m, c + 8 * cRow + LANES);
    s9l.intoArray(m, c + 9 * cRow);
    s9r.intoArray(m, c + 9 * cRow + LANES);
  }

  /** 6 rows of C. */
  static void by6(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0l = load(m, c);
    FloatVector s0r = load(m, c + LANES);
    FloatVector s1l = load(m, c + cRow);
    FloatVector s1r = load(m, c + cRow + LANES);
    FloatVector s2l = load(m, c + 2 * cRow);
    FloatVector s2r = load(m, c + 2 * cRow + LANES);
    FloatVector s3l = load(m, c + 3 * cRow);
    FloatVector s3r = load(m, c + 3 * cRow + LANES);
    FloatVector s4l = load(m, c + 4 * cRow);
    FloatVector s4r = load(m, c + 4 * cRow + LANES);
    FloatVector s5l = load(m, c + 5 * cRow);
    FloatVector s5r = load(m, c + 5 * cRow + LANES);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector left = load(m, y);
      FloatVector right = load(m, y + LANES);
      FloatVector f0 = Lanes.all(m[x]);
      s0l = f0.fma(left, s0l);
      s0r = f0.fma(right, s0r);
      FloatVector f1 = Lanes.all(m[x + aRow]);
      s1l = f1.fma(left, s1l);
      s1r = f1.fma(right, s1r);
      FloatVector f2 = Lanes.all(m[x + 2 * aRow]);
      s2l = f2.fma(left, s2l);
      s2r = f2.fma(right, s2r);
      FloatVector f3 = Lanes.all(m[x + 3 * aRow]);
      s3l = f3.fma(left, s3l);
      s3r = f3.fma(right, s3r);
      FloatVector f4 = Lanes.all(m[x + 4 * aRow]);
      s4l = f4.fma(left, s4l);
      s4r = f4.fma(right, s4r);
      FloatVector f5 = Lanes.all(m[x + 5 * aRow]);
      s5l = f5.fma(left, s5l);
      s5r = f5.fma(right, s5r);
      x += aInner;
      y += bRow;
    }
    s0l.intoArray(m, c);
    s0r.intoArray(m, c + LANES);
    s1l.intoArray(m, c + cRow);
    s1r.intoArray(m, c + cRow + LANES);
    s2l.intoArray(m, c + 2 * cRow);
    s2r.intoArray(m, c + 2 * cRow + LANES);
    s3l.intoArray(m, c + 3 * cRow);
    s3r.intoArray(m, c + 3 * cRow + LANES);
    s4l.intoArray(m, c + 4 * cRow);
    s4r.intoArray(m, c + 4 * cRow + LANES);
    s5l.intoArray(m, c + 5 * cRow);
    s5r.intoArray(m, c + 5 * cRow + LANES);
  }

  /** 4 rows of C. */
  static void by4(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0l = load(m, c);
    FloatVector s0r = load(m, c + LANES);
    FloatVector s1l = load(m, c + cRow);
    FloatVector s1r = load(m, c + cRow + LANES);
    FloatVector s2l = load(m, c + 2 * cRow);
    FloatVector s2r = load(m, c + 2 * cRow + LANES);
    FloatVector s3l = load(m, c + 3 * cRow);
    FloatVector s3r = load(m, c + 3 * cRow + LANES);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector left = load(m, y);
      FloatVector right = load(m, y + LANES);
      FloatVector f0 = Lanes.all(m[x]);
      s0l = f0.fma(left, s0l);
      s0r = f0.fma(right, s0r);
      FloatVector f1 = Lanes.all(m[x + aRow]);
      s1l = f1.fma(left, s1l);
      s1r = f1.fma(right, s1r);
      FloatVector f2 = Lanes.all(m[x + 2 * aRow]);
      s2l = f2.fma(left, s2l);
      s2r = f2.fma(right, s2r);
      FloatVector f3 = Lanes.all(m[x + 3 * aRow]);
      s3l = f3.fma(left, s3l);
      s3r = f3.fma(right, s3r);
      x += aInner;
      y += bRow;
    }
    s0l.intoArray(m, c);
    s0r.intoArray(m, c + LANES);
    s1l.intoArray(m, c + cRow);
    s1r.intoArray(m, c + cRow + LANES);
    s2l.intoArray(m, c + 2 * cRow);
    s2r.intoArray(m, c + 2 * cRow + LANES);
    s3l.intoArray(m, c + 3 * cRow);
    s3r.intoArray(m, c + 3 * cRow + LANES);
  }

  /** 2 rows of C. */
  static void by2(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0l = load(m, c);
    FloatVector s0r = load(m, c + LANES);
    FloatVector s1l = load(m, c + cRow);
    FloatVector s1r = load(m, c + cRow + LANES);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector left = load(m, y);
      FloatVector right = load(m, y + LANES);
      FloatVector f0 = Lanes.all(m[x]);
      s0l = f0.fma(left, s0l);
      s0r = f0.fma(right, s0r);
      FloatVector f1 = Lanes.all(m[x + aRow]);
      s1l = f1.fma(left, s1l);
      s1r = f1.fma(right, s1r);
      x += aInner;
      y += bRow;
    }
    s0l.intoArray(m, c);
    s0r.intoArray(m, c + LANES);
    s1l.intoArray(m, c + cRow);
    s1r.intoArray(m, c + cRow + LANES);
  }

  /** One row of C. */
  static void by1(
      float[] m, int inner, int a, int aRow, int aInner, int b, int bRow, int c, int cRow) {
    FloatVector s0l = load(m, c);
    FloatVector s0r = load(m, c + LANES);
    int x = a;
    int y = b;
    for (int i = 0; i < inner; i++) {
      FloatVector left = load(m, y);
      FloatVector right = load(m, y + LANES);
      FloatVector f0 = Lanes.all(m[x]);
      s0l = f0.fma(left, s0l);
      s0r = f0.fma(right, s0r);
      x += aInner;
      y += bRow;
    }
    s0l.intoArray(m, c);
    s0r.intoArray(m, c + LANES);
  }
}
