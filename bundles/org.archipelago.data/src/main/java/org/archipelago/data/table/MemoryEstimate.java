package org.archipelago.data.table;

import java.util.List;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * What a table is going to need of Java's memory, roughly.
 *
 * @param rows of the table
 * @param columns of the table
 * @param bytes while it is read
 */
record MemoryEstimate(long rows, int columns, long bytes) {

  private static final double MOST_OF_MEMORY = 0.7;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  /** Of columns that were all looked at. */
  static MemoryEstimate of(int rows, List<ColumnScan> columns) {
    long bytes = columns.stream().mapToLong(column -> column.bytes(rows)).sum();
    return new MemoryEstimate(rows, columns.size(), bytes + (long) rows * Integer.BYTES);
  }

  /** Refuses a table of which as much is known that it can't be kept in memory. */
  static void requireAtLeast(String file, long rows, int columns) {
    new MemoryEstimate(rows, columns, rows * (columns + 1L) * Integer.BYTES).require(file);
  }

  /** @throws InvalidInputException with the estimate, if that is more than Java has */
  void require(String file) {
    long most = Runtime.getRuntime().maxMemory();
    if (bytes > MOST_OF_MEMORY * most || rows > MOST_ROWS) {
      throw new InvalidInputException(
          Problem.inFile(
              file,
              0,
              String.format(
                  Locale.ROOT,
                  "About %,d rows of %,d columns need about %.1f GB of memory, more than Java has to spare (%.1f GB in"
                      + " all): give it more (-Xmx%dg), or take rows or columns out of the file.",
                  rows,
                  columns,
                  1e-9 * bytes,
                  1e-9 * most,
                  (long) Math.ceil(2e-9 * bytes + 1))));
    }
  }
}
