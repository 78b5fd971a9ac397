package org.archipelago.learning.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;

/**
 * What a classifier's scores come to. Of equal scores the lowest class index wins. Probabilities are the
 * softmax of the scores, in double precision with {@link StrictMath}.
 *
 * <p>Where a row's scores are not finite the model has diverged: then nothing is defined but the number
 * of rows.
 */
public final class ClassificationTally implements Tally {

  private static final int FEW = 3;
  private static final int SOME = 5;
  private static final String NO_ROWS = "there is no row to measure on";

  private final List<String> classes;
  private final long[][] confusion;
  private final RankTally[] ranks;
  private final ExactSum loss = new ExactSum();
  private final ExactSum logLoss = new ExactSum();
  private final ExactSum brier = new ExactSum();
  private final Confidences confidences = new Confidences();
  private final double[] probabilities;
  private long rows;
  private long notFinite;
  private long amongFew;
  private long amongSome;

  /** @param ranked whether to keep scores for the area under the ROC curve */
  public ClassificationTally(List<String> classes, boolean ranked) {
    this.classes = List.copyOf(classes);
    int size = classes.size();
    confusion = new long[size][size];
    probabilities = new double[size];
    ranks = new RankTally[ranked ? size : 0];
    Arrays.setAll(ranks, i -> new RankTally());
  }

  @Override
  public void add(float[] scores, int from, Examples examples, int row) {
    add(scores, from, examples.targets()[row]);
  }

  /** Counts a row of that target. */
  void add(float[] scores, int from, float target) {
    rows++;
    int truth = (int) target;
    double sum = exponentiate(scores, from);
    if (!Double.isFinite(sum)) {
      notFinite++;
      return;
    }
    int best = 0;
    int before = 0;
    for (int j = 0; j < probabilities.length; j++) {
      best = scores[from + j] > scores[from + best] ? j : best;
      float ahead = scores[from + j] - scores[from + truth];
      before += ahead > 0 || ahead == 0 && j < truth ? 1 : 0;
    }
    confusion[truth][best]++;
    amongFew += before < FEW ? 1 : 0;
    amongSome += before < SOME ? 1 : 0;
    logLoss.add(StrictMath.log(sum) - ((double) scores[from + truth] - scores[from + best]));
    addProbabilities(sum, truth, best);
  }

  /** Leaves exp(score − largest) for every class, and returns their sum; not finite if a score isn't. */
  private double exponentiate(float[] scores, int from) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < probabilities.length; j++) {
      if (!Float.isFinite(scores[from + j])) {
        return Double.NaN;
      }
      largest = Math.max(largest, scores[from + j]);
    }
    double sum = 0;
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] = StrictMath.exp((double) scores[from + j] - largest);
      sum += probabilities[j];
    }
    return sum;
  }

  private void addProbabilities(double sum, int truth, int best) {
    double distance = 0;
    for (int j = 0; j < probabilities.length; j++) {
      double probability = probabilities[j] / sum;
      double error = probability - (j == truth ? 1 : 0);
      distance += error * error;
      if (ranks.length > 0) {
        ranks[j].add(probability, j == truth);
      }
    }
    brier.add(distance);
    confidences.add(probabilities[best] / sum, best == truth);
  }

  @Override
  public void addLoss(double sum) {
    loss.add(sum);
  }

  @Override
  public void merge(Tally other) {
    if (!(other instanceof ClassificationTally that)
        || !that.classes.equals(classes)
        || that.ranks.length != ranks.length) {
      throw new IllegalArgumentException("only tallies of the same classes can be merged");
    }
    for (int i = 0; i < confusion.length; i++) {
      for (int j = 0; j < confusion.length; j++) {
        confusion[i][j] += that.confusion[i][j];
      }
    }
    for (int i = 0; i < ranks.length; i++) {
      ranks[i].merge(that.ranks[i]);
    }
    loss.merge(that.loss);
    logLoss.merge(that.logLoss);
    brier.merge(that.brier);
    confidences.merge(that.confidences);
    rows += that.rows;
    notFinite += that.notFinite;
    amongFew += that.amongFew;
    amongSome += that.amongSome;
  }

  @Override
  public Metrics figures() {
    return Metrics.of(rows, figures(ConfusionMatrix.of(confusion), areas()));
  }

  private Map<String, Double> figures(ConfusionMatrix matrix, List<OptionalDouble> areas) {
    Map<String, Double> figures = new HashMap<>();
    if (rows == 0 || notFinite > 0) {
      return figures;
    }
    double meanLoss = loss.value() / rows;
    if (Double.isFinite(meanLoss)) {
      figures.put(Metrics.LOSS, meanLoss);
    }
    figures.put(Metrics.ACCURACY, (double) matrix.hits() / rows);
    figures.put(Metrics.F1_MACRO, matrix.macro().f1().orElseThrow());
    figures.put(Metrics.BRIER, brier.value() / (classes.size() == 2 ? 2.0 * rows : rows));
    figures.put(Metrics.ECE, confidences.error());
    if (classes.size() > FEW) {
      figures.put(Metrics.TOP_3, (double) amongFew / rows);
    }
    if (classes.size() > SOME) {
      figures.put(Metrics.TOP_5, (double) amongSome / rows);
    }
    areas.stream()
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average()
        .ifPresent(mean -> figures.put(Metrics.AUC, mean));
    return figures;
  }

  private List<OptionalDouble> areas() {
    return Arrays.stream(ranks).map(RankTally::area).toList();
  }

  @Override
  public Evaluation evaluation() {
    if (rows == 0 || notFinite > 0) {
      String reason = undefinedReason(rows, notFinite);
      return Evaluation.of(
          Metrics.of(rows, Map.of()), Map.of(Metrics.LOSS, reason, Metrics.ACCURACY, reason));
    }
    ConfusionMatrix matrix = ConfusionMatrix.of(confusion);
    List<OptionalDouble> areas = areas();
    Map<String, Double> figures = figures(matrix, areas);
    figures.put(Metrics.LOG_LOSS, logLoss.value() / rows);
    return new Evaluation(
        Metrics.of(rows, figures),
        Optional.of(matrix),
        areas,
        confidences.bins(),
        new TreeMap<>(undefined(matrix)));
  }

  /** Why nothing is defined. */
  static String undefinedReason(long rows, long notFinite) {
    return rows == 0
        ? NO_ROWS
        : String.format(
            Locale.ROOT, "the model's scores of %,d of %,d rows are not finite", notFinite, rows);
  }

  private Map<String, String> undefined(ConfusionMatrix matrix) {
    if (ranks.length == 0) {
      return Map.of(Metrics.AUC, "the scores of so many rows were not kept, which an area needs");
    }
    List<String> missing =
        IntStream.range(0, classes.size())
            .filter(label -> matrix.support(label) == 0)
            .mapToObj(classes::get)
            .toList();
    if (missing.isEmpty()) {
      return Map.of();
    }
    List<String> present = new ArrayList<>(classes);
    present.removeAll(missing);
    return Map.of(
        Metrics.AUC,
        present.size() == 1
            ? "all rows are of the class '%s', and an area needs rows of two".formatted(present.get(0))
            : "the mean is over the classes that rows have; there is none of "
                + String.join(", ", missing));
  }
}
