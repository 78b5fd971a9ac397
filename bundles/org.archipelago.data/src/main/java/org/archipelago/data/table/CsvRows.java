package org.archipelago.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** Goes through a CSV file, row by row, and refuses what is no proper table. */
final class CsvRows implements Rows {

  private final String file;
  private final FileFormat said;
  private final TextInput input;
  private TextFormat format;

  /** @param file how messages name the file */
  CsvRows(String file, FileFormat said) {
    this.file = file;
    this.said = said;
    this.input = new TextInput(file, said.encoding());
  }

  @Override
  public TextInput input() {
    return input;
  }

  @Override
  public boolean decimalComma() {
    return format.decimalComma();
  }

  /** Whether it is known how the file is read. */
  boolean isOpen() {
    return format != null;
  }

  @Override
  public FileFormat found() {
    return said.found(format, input.charset());
  }

  /** What is not as in most files, and may have been mistaken. */
  @Override
  public List<String> notes() {
    FileFormat found = found();
    List<String> notes = new ArrayList<>();
    if (!found.encoding().equals("utf-8")) {
      notes.add("The file was read as %s text.".formatted(Encodings.name(input.charset())));
    }
    if (!found.delimiter().equals(FileFormat.COMMA)) {
      notes.add("The cells were cut at the delimiter '%s'.".formatted(found.delimiter()));
    }
    if (format.decimalComma()) {
      notes.add("Commas in numbers were taken for decimal signs.");
    }
    return notes;
  }

  @Override
  public void read(InputStream in, Sink sink) throws IOException {
    Reader text = input.open(in);
    if (format == null) {
      format = FormatDetection.of(said, input.beginning());
    }
    LimitedReader limited = new LimitedReader(text);
    try (CSVParser parser = FormatDetection.format(format.separator(), format.quote()).parse(limited)) {
      readRows(parser, limited, sink);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void readRows(CSVParser parser, LimitedReader limited, Sink sink) throws IOException {
    try {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw problem(0, "The file is empty; its first line must name the columns.");
      }
      CSVRecord cells = records.next();
      List<String> names = said.header() ? checkedHeader(cells.toList()) : numbered(cells.size());
      sink.header(names);
      if (said.header()) {
        if (!records.hasNext()) {
          throw problem(0, "The file has a header but no rows.");
        }
        cells = records.next();
      }
      while (true) {
        int line = (int) parser.getCurrentLineNumber();
        if (cells.size() != names.size()) {
          throw ragged(line, cells.size(), names.size());
        }
        sink.row(cells::get, line);
        limited.rowEnded();
        if (!records.hasNext()) {
          return;
        }
        cells = records.next();
      }
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause(), (int) parser.getCurrentLineNumber());
    }
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(column -> "column" + column).toList();
  }

  private InvalidInputException ragged(int line, int cells, int columns) {
    return problem(
        line,
        said.header()
            ? "The row has %d cells, but the header names %d columns.".formatted(cells, columns)
            : "The row has %d cells, but the first row has %d.".formatted(cells, columns));
  }

  private List<String> checkedHeader(List<String> names) {
    if (names.size() == 1 && names.get(0).matches("(?s).*[,;\t|].*")) {
      throw problem(
          1,
          ("The header is a single column '%s', cut as the delimiter says that was given; take 'auto', or the"
                  + " one that the file has.")
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

  private IOException unreadable(IOException e, int line) throws IOException {
    if (e instanceof CharacterCodingException) {
      return e;
    }
    if (e instanceof CSVException || e instanceof LimitedReader.TooLongException) {
      throw problem(line, "The file is not proper CSV: " + e.getMessage() + ".");
    }
    throw problem(line, cantRead(e));
  }

  static String cantRead(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "The file can't be read: " + reason + ".";
  }

  private InvalidInputException problem(int line, String message) {
    return new InvalidInputException(Problem.inFile(file, line, message));
  }
}
