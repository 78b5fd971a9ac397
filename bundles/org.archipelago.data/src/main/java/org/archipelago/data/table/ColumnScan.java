package org.archipelago.data.table;

/** What a column of cells holds, told from all of them one after the other. */
final class ColumnScan {

  /** A text that is kept once: its object, and its entries in the maps that find it. */
  private static final int BYTES_A_LEVEL = 180;

  private final String name;
  private final boolean mustBeNumbers;
  private final boolean findCodes;
  private final boolean comma;
  private final DistinctEstimate different = new DistinctEstimate();
  private boolean words;
  private boolean numbers;
  private boolean wide;
  private boolean codes;
  private boolean measures;
  private long characters;
  private long cells;

  /**
   * @param words whether it holds texts, whatever they look like
   * @param mustBeNumbers whether a text is refused
   * @param findCodes whether digits that begin with a zero make it a column of codes
   * @param comma whether numbers have a comma where others have a point
   */
  ColumnScan(String name, boolean words, boolean mustBeNumbers, boolean findCodes, boolean comma) {
    this.name = name;
    this.words = words;
    this.mustBeNumbers = mustBeNumbers;
    this.findCodes = findCodes;
    this.comma = comma;
  }

  /**
   * Looks at a value.
   *
   * @return whether it may stand in this column
   */
  boolean take(String cell) {
    cells++;
    characters += cell.length();
    if (!words) {
      double value = Numbers.parse(cell, comma);
      words = Double.isNaN(value);
      if (words && mustBeNumbers) {
        return false;
      }
      numbers = true;
      wide |= value != (float) value;
      codes |= findCodes && Numbers.isCode(cell);
      measures |= findCodes && !Numbers.isDigits(cell);
    }
    if (words || codes) {
      different.add(cell);
    }
    return true;
  }

  /** A text that is a value unless this is a column of numbers. */
  void takeMissingAmongNumbers(String cell) {
    cells++;
    characters += cell.length();
    different.add(cell);
  }

  /** Whether there are values, and all are numbers but no codes; points and signs are in no code. */
  boolean isNumeric() {
    boolean isOfCodes = codes && !measures;
    return numbers && !words && !isOfCodes;
  }

  ColumnBuilder builder(int rows) {
    return isNumeric()
        ? ColumnBuilder.numeric(name, rows, wide, comma)
        : ColumnBuilder.categorical(name, rows, comma);
  }

  /** Roughly the bytes that so many rows of it take, while they are read. */
  long bytes(long rows) {
    if (isNumeric()) {
      return rows * (wide ? Double.BYTES : Float.BYTES);
    }
    long length = cells == 0 ? 0 : characters / cells;
    return rows * Integer.BYTES + (long) (different.count() * (BYTES_A_LEVEL + length));
  }
}
