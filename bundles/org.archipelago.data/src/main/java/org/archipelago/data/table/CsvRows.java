package org.archipelago.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** Goes through a CSV file once, row by row, and refuses what is no proper table. */
final class CsvRows {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final String file;

  /** @param file how messages name the file */
  CsvRows(String file) {
    this.file = file;
  }

  /** What is done with a file's contents, in their order. */
  interface Sink {

    void header(List<String> names);

    /**
     * @param cells as many as the header has names
     * @param line the line of the file that the row ends in, from 1
     */
    void row(CSVRecord cells, int line);
  }

  /** @throws InvalidInputException naming file and line of the first thing that is wrong */
  void read(InputStream in, Sink sink) {
    try (Reader reader = withoutByteOrderMark(in);
        CSVParser parser = FORMAT.parse(reader)) {
      readRows(parser, sink);
    } catch (IOException e) {
      throw unreadable(e, 0);
    }
  }

  private void readRows(CSVParser parser, Sink sink) {
    try {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw problem(0, "The file is empty; its first line must name the columns.");
      }
      List<String> names = checkedHeader(records.next().toList());
      sink.header(names);
      if (!records.hasNext()) {
        throw problem(0, "The file has a header but no rows.");
      }
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        int line = (int) parser.getCurrentLineNumber();
        if (cells.size() != names.size()) {
          throw problem(
              line,
              "The row has %d cells, but the header names %d columns."
                  .formatted(cells.size(), names.size()));
        }
        sink.row(cells, line);
      }
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause(), (int) parser.getCurrentLineNumber());
    }
  }

  private List<String> checkedHeader(List<String> names) {
    if (names.size() == 1 && names.get(0).matches("(?s).*[;\t|].*")) {
      throw problem(
          1,
          "The header is a single column '%s'; the cells must be separated by commas."
              .formatted(names.get(0)));
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty()) {
        throw problem(1, "Column %d of %d has no name in the header.".formatted(i + 1, names.size()));
      }
      Integer other = places.put(name, i);
      if (other != null) {
        throw problem(
            1,
            "Columns %d and %d are both called '%s'; every column needs a name of its own."
                .formatted(other + 1, i + 1, name));
      }
    }
    return names;
  }

  private InvalidInputException unreadable(IOException e, int line) {
    if (e instanceof CharacterCodingException) {
      return problem(line, "The file is not UTF-8 text; save it with the encoding UTF-8.");
    }
    if (e instanceof CSVException) {
      return problem(line, "The file is not proper CSV: " + e.getMessage() + ".");
    }
    return problem(line, cantRead(e));
  }

  static String cantRead(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "The file can't be read: " + reason + ".";
  }

  private InvalidInputException problem(int line, String message) {
    return new InvalidInputException(Problem.inFile(file, line, message));
  }

  private static Reader withoutByteOrderMark(InputStream in) throws IOException {
    Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}
