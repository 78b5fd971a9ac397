package org.archipelago.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;

/**
 * Makes a client's classes even in its own training: every class that it has counts as much as any other. Rows that it is
 * judged on stay as they are, and classes that it does not have do not come into being. He and Garcia 2009, "Learning from
 * imbalanced data", section 3; the weights are those of King and Zeng 2001, "Logistic regression in rare events data".
 */
final class Rebalancing {

  static final String NONE = "none";
  static final String OVER = "over";
  static final String UNDER = "under";
  static final String WEIGHTS = "weights";

  /** What it can be asked to do. */
  static final List<String> WAYS = List.of(NONE, OVER, UNDER, WEIGHTS);

  private final String way;
  private final IntUnaryOperator label;
  private final int classes;
  private final Seed seed;
  private long before;
  private long after;

  /**
   * @param way one of {@link #WAYS}
   * @param label class of a row of the table
   * @throws InvalidInputException if there is something to do, and no classes
   */
  Rebalancing(String way, Task task, IntUnaryOperator label, Seed seed) {
    if (!way.equals(NONE) && task.kind() != Task.Kind.CLASSIFICATION) {
      throw new InvalidInputException(
          Problem.atField(
              "data.rebalance",
              "Rebalancing makes classes even, and '%s' has none to go by for each row; leave rebalance out."
                  .formatted(task.target())));
    }
    this.way = way;
    this.label = label;
    this.classes = task.classes().size();
    this.seed = seed;
  }

  /** Whether rows are left out or stand several times. */
  boolean resamples() {
    return way.equals(OVER) || way.equals(UNDER);
  }

  /** The rows that a client trains on, each as often as it counts; ascending. */
  int[] rows(int client, int[] train) {
    if (!resamples()) {
      return train;
    }
    int[] counts = counts(train);
    int each =
        way.equals(OVER)
            ? Arrays.stream(counts).max().orElse(0)
            : Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
    RandomStream random = seed.stream("rebalance", 0, client);
    int[] sampled = new int[each * (int) Arrays.stream(counts).filter(count -> count > 0).count()];
    int filled = 0;
    for (int of = 0; of < classes; of++) {
      if (counts[of] > 0) {
        filled = sample(rowsOf(of, train), each, random, sampled, filled);
      }
    }
    Arrays.sort(sampled);
    before += train.length;
    after += sampled.length;
    return sampled;
  }

  /** Every row as often as goes, the rest drawn without replacement. */
  private static int sample(int[] rows, int wanted, RandomStream random, int[] sampled, int from) {
    random.shuffle(rows);
    for (int i = 0; i < wanted; i++) {
      sampled[from + i] = rows[i % rows.length];
    }
    return from + wanted;
  }

  /** How much every one of a client's rows counts in the loss, 1 on average; none where all count alike. */
  float[] weights(int[] train) {
    if (!way.equals(WEIGHTS)) {
      return new float[0];
    }
    int[] counts = counts(train);
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    float[] weights = new float[train.length];
    for (int i = 0; i < train.length; i++) {
      weights[i] = (float) ((double) train.length / (present * counts[label.applyAsInt(train[i])]));
    }
    return weights;
  }

  private int[] counts(int[] rows) {
    int[] counts = new int[classes];
    for (int row : rows) {
      counts[label.applyAsInt(row)]++;
    }
    return counts;
  }

  private int[] rowsOf(int of, int[] rows) {
    return Arrays.stream(rows).filter(row -> label.applyAsInt(row) == of).toArray();
  }

  /** What a report must say of it, once all clients' rows were asked for. */
  Optional<String> note() {
    return switch (way) {
      case OVER ->
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "Rows of every client's rarer classes were repeated in its training until each class that it has is"
                      + " as frequent as any other: %,d rows became %,d.",
                  before,
                  after));
      case UNDER ->
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "Rows of every client's more frequent classes were left out of its training until each class that"
                      + " it has is as frequent as any other: of %,d rows %,d are left.",
                  before,
                  after));
      case WEIGHTS ->
          Optional.of(
              "In every client's loss each of its classes weighs as much as any other: rows of rarer classes count"
                  + " more.");
      default -> Optional.empty();
    };
  }
}
