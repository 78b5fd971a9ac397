package org.archipelago.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;

/** Generates what has no clients. */
final class Generator {

  static final String NUMBER = "y";
  static final String LABEL = "label";

  private static final double BOX = 10;

  private final String name;
  private final ParameterValues values;
  private final RandomStream random;
  private final double[][] features;
  private final int rows;

  Generator(String name, ParameterValues values) {
    this.name = name;
    this.values = values;
    this.rows = values.integer("rows");
    int dimension = values.integer("dimension");
    Table.requireMemory(name, rows, dimension + 1);
    this.random = new Seed(values.integer("seed")).stream("synthetic");
    this.features = new double[dimension][rows];
  }

  Table linear() {
    double[] weights = new double[features.length];
    Arrays.setAll(weights, j -> random.nextGaussian());
    double intercept = random.nextGaussian();
    double[] target = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = intercept;
      for (int j = 0; j < features.length; j++) {
        features[j][row] = random.nextGaussian();
        sum += weights[j] * features[j][row];
      }
      target[row] = sum + values.number("noise") * random.nextGaussian();
    }
    return table(name, SyntheticKind.LINEAR, List.of(), features, NumericColumn.of(NUMBER, target));
  }

  Table blobs() {
    int classes = values.integer("classes");
    double[][] centres = new double[classes][features.length];
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> BOX * (2 * random.nextDouble() - 1));
    }
    int[] labels = IntStream.range(0, rows).map(row -> row % classes).toArray();
    random.shuffle(labels);
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < features.length; j++) {
        features[j][row] = centres[labels[row]][j] + values.number("spread") * random.nextGaussian();
      }
    }
    return table(name, SyntheticKind.BLOBS, List.of(), features, labels(labels));
  }


  /** A column of classes, called by their numbers. */
  static Column labels(int[] classes) {
    return CategoricalColumn.of(LABEL, Arrays.stream(classes).mapToObj(Integer::toString).toList());
  }

  /** Features called x1, x2 and so on, and the target. */
  static Table table(
      String name, SyntheticKind kind, List<Column> before, double[][] features, Column target) {
    List<Column> columns = new ArrayList<>(before);
    for (int j = 0; j < features.length; j++) {
      columns.add(NumericColumn.of("x" + (j + 1), features[j]));
    }
    columns.add(target);
    return Table.generated(name, columns, kind.text());
  }
}
