package org.archipelago.data;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.WordsColumn;

/** Rows of a source as CSV, their values as they were read. */
public final class RowsCsv {

  private static final String ROW = "row";

  private RowsCsv() {}

  /**
   * Writes a header and a line for each row, and leaves the writer open.
   *
   * @param columns by their names
   * @param rows of the table
   * @param numbered whether the first column says which row of the table each is, from 0, so that tables can be joined
   * @throws InvalidInputException if a column is of words, which CSV can't hold
   */
  public static void write(
      SourceRows source, List<String> columns, int[] rows, boolean numbered, Writer out) throws IOException {
    List<Column> found =
        columns.stream().map(name -> source.table().column(name).orElseThrow()).toList();
    for (Column column : found) {
      if (column instanceof WordsColumn) {
        throw new InvalidInputException(
            Problem.atField(
                "data.source",
                "Column '%s' has many words a row, which CSV can't hold; only tables can be written in parts."
                    .formatted(column.name())));
      }
    }
    List<String> names = new ArrayList<>(columns);
    if (numbered) {
      names.add(0, free(columns));
    }
    out.append(line(names));
    List<String> cells = new ArrayList<>();
    for (int row : rows) {
      cells.clear();
      if (numbered) {
        cells.add(Integer.toString(row));
      }
      found.forEach(column -> cells.add(column.text(row)));
      out.append(line(cells));
    }
    out.flush();
  }

  private static String free(List<String> columns) {
    String name = ROW;
    while (columns.contains(name)) {
      name = "_" + name;
    }
    return name;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(RowsCsv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
