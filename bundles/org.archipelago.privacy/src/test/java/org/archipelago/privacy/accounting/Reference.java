package org.archipelago.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the reference tables; where they come from stands in their README. */
final class Reference {

  /** One row; a column that is left empty in the table is absent. */
  record Row(int line, Map<String, String> cells) {

    boolean has(String column) {
      return cells.containsKey(column);
    }

    double number(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalStateException("line " + line + " has no " + column);
      }
      return Double.parseDouble(cell);
    }

    @Override
    public String toString() {
      return "line " + line;
    }
  }

  private Reference() {
  }

  static List<Row> rows(String file) {
    List<String> lines = lines(file);
    String[] header = lines.get(0).split(",", -1);
    return IntStream.range(1, lines.size()).mapToObj(i -> {
      String[] values = lines.get(i).split(",", -1);
      assertEquals(header.length, values.length, file + " line " + (i + 1));
      Map<String, String> cells = new HashMap<>();
      for (int c = 0; c < header.length; c++) {
        if (!values[c].isEmpty()) {
          cells.put(header[c], values[c]);
        }
      }
      return new Row(i + 1, cells);
    }).toList();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no reference table " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the value is within a relative tolerance of what is expected. */
  static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }
}
