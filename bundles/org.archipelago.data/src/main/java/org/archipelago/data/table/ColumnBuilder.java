package org.archipelago.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a column's cells row by row. */
interface ColumnBuilder {

  /** @param text the cell, empty where missing */
  void set(int row, String text);

  Column build();

  /**
   * @param wide whether some number is no exact float
   * @param comma whether numbers have a comma where others have a point
   */
  static ColumnBuilder numeric(String name, int rows, boolean wide, boolean comma) {
    return wide ? new Doubles(name, rows, comma) : new Floats(name, rows, comma);
  }

  static ColumnBuilder categorical(String name, int rows, boolean comma) {
    return new Texts(name, rows, comma);
  }

  /** Numbers that need all their digits. */
  final class Doubles implements ColumnBuilder {

    private final String name;
    private final boolean comma;
    private final double[] values;

    private Doubles(String name, int rows, boolean comma) {
      this.name = name;
      this.comma = comma;
      this.values = new double[rows];
    }

    @Override
    public void set(int row, String text) {
      values[row] = text.isEmpty() ? Double.NaN : Numbers.parse(text, comma);
    }

    @Override
    public Column build() {
      return NumericColumn.of(name, values);
    }
  }

  /** Numbers that are exact floats. */
  final class Floats implements ColumnBuilder {

    private final String name;
    private final boolean comma;
    private final float[] values;

    private Floats(String name, int rows, boolean comma) {
      this.name = name;
      this.comma = comma;
      this.values = new float[rows];
    }

    @Override
    public void set(int row, String text) {
      values[row] = text.isEmpty() ? Float.NaN : (float) Numbers.parse(text, comma);
    }

    @Override
    public Column build() {
      return NumericColumn.ofFloats(name, values);
    }
  }

  /** Texts, each kept once. */
  final class Texts implements ColumnBuilder {

    private final String name;
    private final boolean comma;
    private final int[] codes;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> levels = new ArrayList<>();

    private Texts(String name, int rows, boolean comma) {
      this.name = name;
      this.comma = comma;
      this.codes = new int[rows];
    }

    @Override
    public void set(int row, String text) {
      codes[row] = text.isEmpty() ? CategoricalColumn.MISSING : known.computeIfAbsent(text, this::add);
    }

    private int add(String text) {
      levels.add(text);
      return levels.size() - 1;
    }

    @Override
    public Column build() {
      return CategoricalColumn.ofCodes(name, levels, codes, comma);
    }
  }
}
