package org.archipelago.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** First pass through a file: how many rows there are, what type every column has, and what memory they need. */
final class TypeScan implements Rows.Sink {

  private final String file;
  private final Rows format;
  private final FileFormat said;
  private final Set<String> texts;
  private final boolean findCodes;
  private final Reading reading;
  private final MissingTexts missing;
  private List<String> names;
  private ColumnScan[] columns;
  private int rows;

  /** @param expected what is known of the columns beforehand; no other than these is then taken for codes */
  TypeScan(String file, Rows format, Expected expected, Reading reading) {
    this.file = file;
    this.format = format;
    this.said = expected.format();
    this.texts = new HashSet<>(said.texts());
    expected.texts().ifPresent(texts::addAll);
    this.findCodes = expected.texts().isEmpty();
    this.reading = reading;
    this.missing = new MissingTexts(said.missing());
  }

  @Override
  public void header(List<String> header) {
    names = header;
    columns = new ColumnScan[header.size()];
    for (int column = 0; column < columns.length; column++) {
      String name = header.get(column);
      boolean mustBeNumbers = said.numbers().contains(name);
      columns[column] =
          new ColumnScan(
              name,
              texts.contains(name),
              mustBeNumbers,
              findCodes && !mustBeNumbers,
              format.decimalComma());
    }
  }

  @Override
  public void types(Set<String> ofTexts, Set<String> ofNumbers) {
    for (int column = 0; column < columns.length; column++) {
      if (!said.numbers().contains(names.get(column)) && !texts.contains(names.get(column))) {
        columns[column] =
            new ColumnScan(
                names.get(column),
                ofTexts.contains(names.get(column)),
                ofNumbers.contains(names.get(column)),
                false,
                false);
      }
    }
  }

  @Override
  public void row(IntFunction<String> cells, int line) {
    for (int column = 0; column < columns.length; column++) {
      String cell = cells.apply(column);
      if (!missing.holdsAmongNumbers(cell)) {
        if (!columns[column].take(cell)) {
          throw noNumber(names.get(column), cell, line);
        }
      } else if (!missing.holds(cell)) {
        columns[column].takeMissingAmongNumbers(cell);
      }
    }
    rows++;
    if (reading.isTimeToTell(rows)) {
      reading.scanned(rows);
      MemoryEstimate.requireAtLeast(file, reading.allRows(rows), columns.length);
    }
  }

  private InvalidInputException noNumber(String column, String cell, int line) {
    return new InvalidInputException(
        Problem.inFile(
            file,
            line,
            ("Column '%s' is '%s' here, but is said to hold numbers. Mend the cell, or, if it stands for a missing"
                    + " value, add '%s' to data.missingTexts.")
                .formatted(column, cell, cell)));
  }

  /** Makes sure that the columns can be kept in memory. */
  void requireMemory() {
    MemoryEstimate.of(rows, List.of(columns)).require(file);
  }

  List<String> names() {
    return names;
  }

  int rows() {
    return rows;
  }

  /** What is to take the values of a column. */
  ColumnBuilder builder(int column) {
    return columns[column].builder(rows);
  }

  /** Whether a cell is a missing value. */
  boolean isMissing(int column, String cell) {
    return columns[column].isNumeric() ? missing.holdsAmongNumbers(cell) : missing.holds(cell);
  }
}
