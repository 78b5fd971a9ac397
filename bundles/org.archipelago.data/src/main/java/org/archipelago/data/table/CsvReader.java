package org.archipelago.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;

/**
 * Reads CSV (RFC 4180, UTF-8, with or without byte order mark, commas, a header row) into a {@link
 * Table}. Spaces around a cell are dropped, an empty cell is a missing value, empty lines are passed
 * over. A column is numeric when all its values are decimal numbers, else categorical; one of digits alone, of
 * which some begin with a zero, holds codes such as {@code 02139} and is categorical too.
 *
 * <p>The file is gone through twice, row by row: once for the columns' types, once for their values;
 * so it never lies in memory as text.
 */
public final class CsvReader {

  private static final int ROWS_A_REPORT = 10_000;

  private CsvReader() {}

  /**
   * @param file how messages name the file
   * @param source its bytes
   * @throws InvalidInputException naming file and line: empty file, no rows, a row of the wrong
   *     length, a column without a name or named twice, not UTF-8, unreadable
   */
  public static Table read(String file, ByteSource source, ProgressListener progress) {
    return read(file, source, new TypeScan(file, Set.of(), true, progress), progress);
  }

  /**
   * The same where it is known what the columns hold: some are taken for texts whatever they hold, and no other
   * for codes.
   *
   * @param texts names of those columns; one that the file does not have is passed over
   */
  public static Table read(
      String file, ByteSource source, Set<String> texts, ProgressListener progress) {
    return read(file, source, new TypeScan(file, texts, false, progress), progress);
  }

  private static Table read(String file, ByteSource source, TypeScan types, ProgressListener progress) {
    read(file, source, types, sha256());
    Filler filler = new Filler(file, types, progress);
    MessageDigest digest = sha256();
    read(file, source, filler, digest);
    return filler.table(HexFormat.of().formatHex(digest.digest()));
  }

  private static void read(String file, ByteSource source, CsvRows.Sink sink, MessageDigest digest) {
    try (InputStream in = new DigestInputStream(source.open(), digest)) {
      new CsvRows(file).read(in, sink);
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.inFile(file, 0, CsvRows.cantRead(e)));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void report(ProgressListener progress, String file, int done, int total) {
    if (done % ROWS_A_REPORT == 0) {
      progress.progress("Reading " + file, done, total);
    }
  }

  /** First pass: how many rows there are and what type every column has. */
  private static final class TypeScan implements CsvRows.Sink {

    private final String file;
    private final Set<String> texts;
    private final boolean findCodes;
    private final ProgressListener progress;
    private List<String> names;
    private boolean[] words;
    private boolean[] numbers;
    private boolean[] wide;
    private boolean[] codes;
    private boolean[] measures;
    private int rows;

    /** @param findCodes whether digits that begin with a zero make a column one of codes */
    TypeScan(String file, Set<String> texts, boolean findCodes, ProgressListener progress) {
      this.file = file;
      this.texts = texts;
      this.findCodes = findCodes;
      this.progress = progress;
    }

    @Override
    public void header(List<String> header) {
      names = header;
      words = new boolean[header.size()];
      numbers = new boolean[header.size()];
      wide = new boolean[header.size()];
      codes = new boolean[header.size()];
      measures = new boolean[header.size()];
      for (int column = 0; column < words.length; column++) {
        words[column] = texts.contains(header.get(column));
      }
    }

    @Override
    public void row(CSVRecord cells, int line) {
      report(progress, file, rows++, 0);
      for (int column = 0; column < words.length; column++) {
        String cell = cells.get(column);
        if (!words[column] && !cell.isEmpty()) {
          double value = Numbers.parse(cell);
          words[column] = Double.isNaN(value);
          numbers[column] = true;
          wide[column] |= value != (float) value;
          codes[column] |= findCodes && Numbers.isCode(cell);
          measures[column] |= findCodes && !Numbers.isDigits(cell);
        }
      }
    }

    /** Whether there are values, and all are numbers but no codes; points and signs are in no code. */
    boolean isNumeric(int column) {
      boolean isOfCodes = codes[column] && !measures[column];
      return numbers[column] && !words[column] && !isOfCodes;
    }
  }

  /** Second pass: the values. */
  private static final class Filler implements CsvRows.Sink {

    private final String file;
    private final TypeScan types;
    private final ProgressListener progress;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private final int[] lines;
    private int row;

    Filler(String file, TypeScan types, ProgressListener progress) {
      this.file = file;
      this.types = types;
      this.progress = progress;
      this.lines = new int[types.rows];
    }

    @Override
    public void header(List<String> names) {
      if (!names.equals(types.names)) {
        throw changed();
      }
      for (int column = 0; column < names.size(); column++) {
        builders.add(
            types.isNumeric(column)
                ? ColumnBuilder.numeric(names.get(column), types.rows, types.wide[column])
                : ColumnBuilder.categorical(names.get(column), types.rows));
      }
    }

    @Override
    public void row(CSVRecord cells, int line) {
      if (row == types.rows) {
        throw changed();
      }
      report(progress, file, row, types.rows);
      for (int column = 0; column < builders.size(); column++) {
        builders.get(column).set(row, cells.get(column));
      }
      lines[row++] = line;
    }

    Table table(String sha256) {
      if (row < types.rows) {
        throw changed();
      }
      progress.progress("Reading " + file, row, types.rows);
      return new Table(file, builders.stream().map(ColumnBuilder::build).toList(), lines, sha256);
    }

    private InvalidInputException changed() {
      return new InvalidInputException(
          Problem.inFile(file, 0, "The file was changed while it was read; try again."));
    }
  }
}
