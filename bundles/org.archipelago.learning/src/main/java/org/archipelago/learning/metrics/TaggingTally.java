package org.archipelago.learning.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;

/**
 * What a tagger's scores come to: spans as {@link SpanTally} counts them, and tags word by word. Of equal scores
 * the lowest tag index wins. A row is a text; one whose scores are not finite makes all figures undefined.
 */
public final class TaggingTally implements Tally {

  private final List<String> tags;
  private final SpanTally spans = new SpanTally();
  private final long[][] confusion;
  private final ExactSum loss = new ExactSum();
  private long rows;
  private long notFinite;

  /** @param tags of the task, in the order of their indices */
  public TaggingTally(List<String> tags) {
    this.tags = List.copyOf(tags);
    confusion = new long[tags.size()][tags.size()];
  }

  @Override
  public void add(float[] outputs, int from, Examples examples, int row) {
    rows++;
    float[] targets = examples.targets();
    int at = row * examples.width();
    int words = 0;
    while (words < examples.width() && targets[at + words] >= 0) {
      words++;
    }
    String[] truth = new String[words];
    String[] predicted = new String[words];
    int[] best = new int[words];
    for (int word = 0; word < words; word++) {
      best[word] = best(outputs, from + word * tags.size());
      if (best[word] < 0) {
        notFinite++;
        return;
      }
      truth[word] = tags.get((int) targets[at + word]);
      predicted[word] = tags.get(best[word]);
    }
    for (int word = 0; word < words; word++) {
      confusion[(int) targets[at + word]][best[word]]++;
    }
    spans.add(Arrays.asList(truth), Arrays.asList(predicted));
  }

  /** The tag of the highest score; −1 if one is not finite. */
  private int best(float[] outputs, int from) {
    int best = 0;
    for (int tag = 0; tag < tags.size(); tag++) {
      if (!Float.isFinite(outputs[from + tag])) {
        return -1;
      }
      best = outputs[from + tag] > outputs[from + best] ? tag : best;
    }
    return best;
  }

  @Override
  public void addLoss(double sum) {
    loss.add(sum);
  }

  @Override
  public void merge(Tally other) {
    if (!(other instanceof TaggingTally that) || !that.tags.equals(tags)) {
      throw new IllegalArgumentException("only tallies of the same tags can be merged");
    }
    for (int i = 0; i < confusion.length; i++) {
      for (int j = 0; j < confusion.length; j++) {
        confusion[i][j] += that.confusion[i][j];
      }
    }
    spans.merge(that.spans);
    loss.merge(that.loss);
    rows += that.rows;
    notFinite += that.notFinite;
  }

  @Override
  public Metrics figures() {
    Map<String, Double> figures = new HashMap<>();
    if (rows > 0 && notFinite == 0) {
      double meanLoss = loss.value() / rows;
      if (Double.isFinite(meanLoss)) {
        figures.put(Metrics.LOSS, meanLoss);
      }
      figures.put(Metrics.ACCURACY, spans.tokenAccuracy());
      Scores all = spans.all();
      all.precision().ifPresent(value -> figures.put(Metrics.SPAN_PRECISION, value));
      all.recall().ifPresent(value -> figures.put(Metrics.SPAN_RECALL, value));
      all.f1().ifPresent(value -> figures.put(Metrics.SPAN_F1, value));
    }
    return Metrics.of(rows, figures);
  }

  @Override
  public Evaluation evaluation() {
    Metrics figures = figures();
    if (rows == 0 || notFinite > 0) {
      String reason = ClassificationTally.undefinedReason(rows, notFinite);
      return Evaluation.of(figures, Map.of(Metrics.LOSS, reason, Metrics.SPAN_F1, reason));
    }
    SortedMap<String, Scores> byType = new TreeMap<>();
    spans.types().forEach(type -> byType.put(type, spans.of(type)));
    return new Evaluation(
        figures,
        Optional.of(ConfusionMatrix.of(confusion)),
        List.<OptionalDouble>of(),
        List.of(),
        byType,
        new TreeMap<>(undefined(figures)));
  }

  private static Map<String, String> undefined(Metrics figures) {
    Map<String, String> undefined = new HashMap<>();
    if (figures.value(Metrics.SPAN_PRECISION).isEmpty()) {
      undefined.put(Metrics.SPAN_PRECISION, "no span is predicted");
    }
    if (figures.value(Metrics.SPAN_RECALL).isEmpty()) {
      undefined.put(Metrics.SPAN_RECALL, "there is no span in these rows");
    }
    return undefined;
  }
}
