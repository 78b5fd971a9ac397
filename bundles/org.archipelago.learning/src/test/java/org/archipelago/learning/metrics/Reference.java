package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Examples;

/** Rows and what other programs make of them; the folder's README says where they come from. */
final class Reference {

  private Reference() {}

  static List<String> lines(String file) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Reference.class.getResourceAsStream("/metrics/" + file), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A case's rows: the target, then what a model says. */
  static List<float[]> rows(String name) {
    return lines(name + ".csv").stream().map(Reference::row).toList();
  }

  private static float[] row(String line) {
    String[] cells = line.split(",");
    float[] row = new float[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Float.parseFloat(cells[i]);
    }
    return row;
  }

  /** What scikit-learn says of a case. */
  static Map<String, Double> expected(String name) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : lines("expected.csv")) {
      String[] cells = line.split(",");
      if (cells[0].equals(name)) {
        figures.put(cells[1], Double.parseDouble(cells[2]));
      }
    }
    assertFalse(figures.isEmpty(), name);
    return figures;
  }

  /** A tally of rows; of a row the first number is the target. */
  static Tally count(Tally tally, List<float[]> rows) {
    rows.forEach(row -> tally.add(row, 1, new Examples(0, new float[0], new float[] {row[0]}), 0));
    return tally;
  }
}
