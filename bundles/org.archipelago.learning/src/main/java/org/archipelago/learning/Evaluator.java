package org.archipelago.learning;

import java.util.HashMap;
import java.util.Map;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunControl;
import org.archipelago.core.Task;
import org.archipelago.learning.metrics.Tally;

/**
 * Measures a model on rows: by the few figures that every client is judged by in every round, or by all
 * there is to count ({@link Tally}). The few are, for classification, mean loss and accuracy; of equal
 * scores the lowest class index wins. For regression: mean loss (the mean squared error), RMSE, MAE and
 * R², which is left out when the target is the same in all rows. For tagging all there is to count.
 *
 * <p>A figure that is not finite is left out, as {@link Metrics} demands: rows were given and no loss
 * came back means that the model has diverged. Sums are made in double precision, in the rows' order.
 * Not thread-safe: one a thread.
 */
public final class Evaluator {

  private static final int MOST_ROWS = 128;
  private static final long MOST_BYTES = 64L << 20;

  private final int chunk;
  private final Task task;
  private final double targetScale;
  private final ModelWorkspace workspace;
  private final int width;
  private final float[] outputs;

  /** For targets as they are. */
  public Evaluator(Model model) {
    this(model, 1);
  }

  /**
   * For targets that were scaled.
   *
   * @param targetScale what the targets of a regression were divided by, above 0: RMSE and MAE are
   *     given in the task's unit, the loss as it was trained on. 1 for classification
   */
  public Evaluator(Model model, double targetScale) {
    task = model.task();
    this.targetScale = targetScale;
    chunk = chunk(model);
    workspace = model.workspace(chunk);
    width = model.outputs();
    outputs = new float[chunk * width];
  }

  /** Bytes that one keeps, roughly. */
  public static long bytes(Model model) {
    return Models.workspaceBytes(model, chunk(model));
  }

  /** Rows that are predicted at once: fewer where the model needs much for each. */
  private static int chunk(Model model) {
    return (int) Math.max(1, Math.min(MOST_ROWS, MOST_BYTES / Math.max(1, model.bytesPerRow())));
  }

  /** The model's few figures on these rows; none when there is no row. */
  public Metrics evaluate(ModelParameters parameters, Examples examples) {
    load(parameters);
    return evaluate(examples, new RunControl());
  }

  /** Takes over the parameters to measure next. */
  public void load(ModelParameters parameters) {
    workspace.load(parameters);
  }

  /**
   * The few figures of the parameters that were loaded last.
   *
   * @param control asked before every few rows
   */
  public Metrics evaluate(Examples examples, RunControl control) {
    return switch (task.kind()) {
      case CLASSIFICATION -> classification(examples, control);
      case REGRESSION -> regression(examples, control);
      case TAGGING -> tally(examples, false, control).figures();
    };
  }

  /**
   * Counts what the parameters that were loaded last say of these rows, for figures that can be merged with
   * those of other rows.
   *
   * @param ranked whether scores are kept for the area under the ROC curve, 8 bytes a row and class
   * @param control asked before every few rows
   */
  public Tally tally(Examples examples, boolean ranked, RunControl control) {
    Tally tally = Tally.of(task, targetScale, ranked);
    int rows = examples.rows();
    for (int from = 0; from < rows; from += chunk) {
      control.checkpoint();
      int to = Math.min(from + chunk, rows);
      tally.addLoss(workspace.predict(examples, from, to, outputs));
      for (int row = from; row < to; row++) {
        tally.add(outputs, (row - from) * width, examples, row);
      }
    }
    return tally;
  }

  private Metrics classification(Examples examples, RunControl control) {
    int rows = examples.rows();
    double loss = 0;
    int hits = 0;
    for (int from = 0; from < rows; from += chunk) {
      control.checkpoint();
      int to = Math.min(from + chunk, rows);
      loss += workspace.predict(examples, from, to, outputs);
      for (int row = from; row < to; row++) {
        hits += best(row - from) == (int) examples.targets()[row] ? 1 : 0;
      }
    }
    Map<String, Double> figures = new HashMap<>();
    putFinite(figures, Metrics.LOSS, loss / rows);
    putFinite(figures, Metrics.ACCURACY, (double) hits / rows);
    return Metrics.of(rows, figures);
  }

  private int best(int row) {
    int first = row * task.outputs();
    int best = 0;
    for (int j = 1; j < task.outputs(); j++) {
      if (outputs[first + j] > outputs[first + best]) {
        best = j;
      }
    }
    return best;
  }

  private Metrics regression(Examples examples, RunControl control) {
    int rows = examples.rows();
    double loss = 0;
    double absolute = 0;
    double squares = 0;
    for (int from = 0; from < rows; from += chunk) {
      control.checkpoint();
      int to = Math.min(from + chunk, rows);
      loss += workspace.predict(examples, from, to, outputs);
      for (int row = from; row < to; row++) {
        double error = (double) outputs[row - from] - examples.targets()[row];
        absolute += Math.abs(error);
        squares += error * error;
      }
    }
    Map<String, Double> figures = new HashMap<>();
    putFinite(figures, Metrics.LOSS, loss / rows);
    putFinite(figures, Metrics.RMSE, targetScale * Math.sqrt(squares / rows));
    putFinite(figures, Metrics.MAE, targetScale * absolute / rows);
    if (varies(examples.targets())) {
      putFinite(figures, Metrics.R2, 1 - squares / totalSquares(examples.targets()));
    }
    return Metrics.of(rows, figures);
  }

  private static boolean varies(float[] targets) {
    for (float target : targets) {
      if (target != targets[0]) {
        return true;
      }
    }
    return false;
  }

  private static double totalSquares(float[] targets) {
    double sum = 0;
    for (float target : targets) {
      sum += target;
    }
    double mean = sum / targets.length;
    double squares = 0;
    for (float target : targets) {
      squares += (target - mean) * (target - mean);
    }
    return squares;
  }

  private static void putFinite(Map<String, Double> figures, String name, double value) {
    if (Double.isFinite(value)) {
      figures.put(name, value);
    }
  }
}
