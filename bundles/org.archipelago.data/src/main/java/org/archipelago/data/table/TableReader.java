package org.archipelago.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.UnsupportedCharsetException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;

/**
 * Reads a file of rows into a {@link Table}. The file is gone through twice, row by row: once for the columns'
 * types, once for their values; so it never lies in memory as text, and one that is too large is refused before its
 * values are read.
 */
final class TableReader {

  private final String file;
  private final ByteSource source;
  private final Rows rows;
  private final Expected expected;
  private final Reading reading;

  /** @param rows the file's format */
  TableReader(String file, ByteSource source, Rows rows, Expected expected, ProgressListener progress) {
    this.file = file;
    this.source = source;
    this.rows = rows;
    this.expected = expected;
    this.reading = new Reading(file, source.size(), progress);
  }

  /** @throws InvalidInputException naming file and line */
  Table read() {
    TypeScan types = scan();
    types.requireMemory();
    Filler filler = new Filler(types);
    MessageDigest digest = sha256();
    try {
      pass(filler, digest);
    } catch (CharacterCodingException e) {
      throw changed();
    }
    return filler.table(HexFormat.of().formatHex(digest.digest()));
  }

  private TypeScan scan() {
    try {
      return scanned();
    } catch (CharacterCodingException e) {
      if (!rows.input().takesOtherEncoding()) {
        throw notOfItsEncoding();
      }
    }
    try {
      return scanned();
    } catch (CharacterCodingException e) {
      throw notOfItsEncoding();
    }
  }

  private TypeScan scanned() throws CharacterCodingException {
    TypeScan types = new TypeScan(file, rows, expected, reading);
    pass(types, sha256());
    return types;
  }

  private void pass(Rows.Sink sink, MessageDigest digest) throws CharacterCodingException {
    try (InputStream in = new DigestInputStream(reading.counted(source.open()), digest)) {
      rows.read(in, sink);
    } catch (CharacterCodingException e) {
      throw e;
    } catch (IOException e) {
      throw problem(0, CsvRows.cantRead(e));
    } catch (UnsupportedCharsetException e) {
      throw problem(0, "This Java does not know the encoding " + e.getCharsetName() + "; save the file as UTF-8.");
    }
  }

  private InvalidInputException notOfItsEncoding() {
    String name = Encodings.name(rows.input().charset());
    return problem(
        lineNotOfItsEncoding(),
        "The file is not %s text; save it with the encoding UTF-8, or say the one it has (data.encoding)."
            .formatted(name));
  }

  private int lineNotOfItsEncoding() {
    try (InputStream in = source.open()) {
      return Encodings.firstLineNotOf(rows.input().charset(), in);
    } catch (IOException e) {
      return 0;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private InvalidInputException changed() {
    return problem(0, "The file was changed while it was read; try again.");
  }

  private InvalidInputException problem(int line, String message) {
    return new InvalidInputException(Problem.inFile(file, line, message));
  }

  /** Second pass: the values. */
  private final class Filler implements Rows.Sink {

    private final TypeScan types;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private final Map<String, Integer> takenForMissing = new TreeMap<>();
    private final int[] lines;
    private int row;

    Filler(TypeScan types) {
      this.types = types;
      this.lines = new int[types.rows()];
    }

    @Override
    public void header(List<String> names) {
      if (!names.equals(types.names())) {
        throw changed();
      }
      for (int column = 0; column < names.size(); column++) {
        builders.add(types.builder(column));
      }
    }

    @Override
    public void row(IntFunction<String> cells, int line) {
      if (row == types.rows()) {
        throw changed();
      }
      if (reading.isTimeToTell(row)) {
        reading.read(row, types.rows());
      }
      for (int column = 0; column < builders.size(); column++) {
        String cell = cells.apply(column);
        boolean missing = types.isMissing(column, cell);
        if (missing && !cell.isEmpty()) {
          takenForMissing.merge(cell, 1, Integer::sum);
        }
        builders.get(column).set(row, missing ? "" : cell);
      }
      lines[row++] = line;
    }

    Table table(String sha256) {
      if (row < types.rows()) {
        throw changed();
      }
      reading.read(row, types.rows());
      return new Table(file, builders.stream().map(ColumnBuilder::build).toList(), lines, sha256)
          .readAs(rows.found(), notes());
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>(rows.notes());
      if (!takenForMissing.isEmpty()) {
        notes.add(
            "Taken for missing values: "
                + takenForMissing.entrySet().stream()
                    .map(text -> "'%s' (%,d)".formatted(text.getKey(), text.getValue()))
                    .collect(Collectors.joining(", "))
                + ".");
      }
      return notes;
    }
  }
}
