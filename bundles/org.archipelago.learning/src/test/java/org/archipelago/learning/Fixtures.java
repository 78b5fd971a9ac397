package org.archipelago.learning;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Inputs;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;

/** Small tasks and data that the tests share. */
public final class Fixtures {

  public static final Task CLASSES = Task.classification("species", List.of("a", "b", "c"));
  public static final Task NUMBER = Task.regression("price", "USD");
  public static final ParameterValues RATE = new ParameterValues(Map.of("learningRate", 0.5));

  private Fixtures() {}

  public static Model linear(int columns) {
    return model("linear", ParameterValues.NONE, NUMBER, columns);
  }

  public static Model softmax(int columns) {
    return model("softmax", ParameterValues.NONE, CLASSES, columns);
  }

  public static Model mlp(Task task, int columns, double... hidden) {
    List<Double> widths = DoubleStream.of(hidden).boxed().toList();
    return model("mlp", new ParameterValues(Map.of("hidden", widths)), task, columns);
  }

  private static Model model(String id, ParameterValues values, Task task, int columns) {
    return Models.create(Catalog.load(), new ComponentSpec(id, values), task, Inputs.of(columns));
  }

  /** Gaussian features, and targets unrelated to them. */
  public static Examples noise(Task task, int rows, int columns, long seed) {
    RandomStream random = new RandomStream(seed);
    float[] features = new float[rows * columns];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] =
          task.kind() == Task.Kind.CLASSIFICATION
              ? random.nextInt(task.outputs())
              : (float) random.nextGaussian();
    }
    return new Examples(columns, features, targets);
  }

  /** Three Gaussian clouds, one a class, far enough apart to be told apart. */
  public static Examples clouds(int rows, long seed) {
    RandomStream random = new RandomStream(seed);
    float[][] centres = {{3, 0}, {-3, 3}, {0, -4}};
    float[] features = new float[2 * rows];
    float[] targets = new float[rows];
    for (int row = 0; row < rows; row++) {
      int label = row % 3;
      targets[row] = label;
      features[2 * row] = (float) (centres[label][0] + random.nextGaussian());
      features[2 * row + 1] = (float) (centres[label][1] + random.nextGaussian());
    }
    return new Examples(2, features, targets);
  }

  public static int[] firstRows(int rows) {
    return IntStream.range(0, rows).toArray();
  }
}
