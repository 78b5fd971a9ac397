package org.archipelago.data.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * The first rows of a CSV file as a format cuts them, told from the file's beginning alone.
 *
 * @param names of the columns
 * @param rows cells of each row
 * @param found how it is read
 * @param problem what is wrong in these rows, after those that are shown; empty if nothing is
 */
public record FormatPreview(
    List<String> names, List<List<String>> rows, FileFormat found, String problem) {

  private static final int HEAD = 1 << 16;
  private static final int MOST_ROWS = 30;

  /** The beginning of a file, read once for many previews. */
  public static byte[] beginning(Path file) throws IOException {
    try (InputStream in = ByteSource.of(file).open()) {
      return in.readNBytes(HEAD);
    }
  }

  /**
   * Cuts the beginning of a file.
   *
   * @param name how messages name the file
   */
  public static FormatPreview of(String name, byte[] beginning, FileFormat format) {
    CsvRows rows = new CsvRows(name, format);
    FirstRows first = new FirstRows();
    String problem = "";
    try {
      rows.read(new ByteArrayInputStream(beginning), first);
    } catch (Enough enough) {
      problem = "";
    } catch (InvalidInputException e) {
      boolean cutOff = beginning.length == HEAD && !first.rows.isEmpty();
      problem = cutOff ? "" : e.problems().get(0).toLocalizedString();
    } catch (IOException e) {
      problem =
          Problem.localized(
              "The file is not %s text; save it with the encoding UTF-8, or say the one it has (data.encoding)."
                  .formatted(Encodings.name(rows.input().charset())));
    }
    return new FormatPreview(first.names, first.rows, rows.isOpen() ? rows.found() : format, problem);
  }

  /** No more rows are shown. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** Keeps the first rows. */
  private static final class FirstRows implements Rows.Sink {

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> names = List.of();

    @Override
    public void header(List<String> header) {
      names = header;
    }

    @Override
    public void row(IntFunction<String> cells, int line) {
      rows.add(IntStream.range(0, names.size()).mapToObj(cells).toList());
      if (rows.size() == MOST_ROWS) {
        throw new Enough();
      }
    }
  }
}
