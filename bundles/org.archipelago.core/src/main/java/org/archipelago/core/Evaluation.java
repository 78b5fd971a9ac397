package org.archipelago.core;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archipelago.core.ConfusionMatrix.Scores;

/**
 * Everything that was measured of a model on some rows.
 *
 * @param figures the figures over all rows
 * @param confusion true against predicted classes, for tagging the tags word by word; absent for a regression,
 *     and where scores are not numbers
 * @param auc area under the ROC curve of each class against the rest, in the classes' order; empty for a
 *     regression
 * @param calibration how sure the model is and how often right, in bins of equal width by rising
 *     confidence, those without rows left out; empty for a regression
 * @param spans for tagging, the figures of each type of span, by its name; empty otherwise
 * @param undefined figures that these rows don't define, by name, each with the reason
 */
public record Evaluation(
    Metrics figures,
    Optional<ConfusionMatrix> confusion,
    List<OptionalDouble> auc,
    List<CalibrationBin> calibration,
    SortedMap<String, Scores> spans,
    SortedMap<String, String> undefined) {

  public Evaluation {
    auc = List.copyOf(auc);
    calibration = List.copyOf(calibration);
    spans = Collections.unmodifiableSortedMap(new TreeMap<>(spans));
    undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
  }

  /** Of classes: there are no spans. */
  public Evaluation(
      Metrics figures,
      Optional<ConfusionMatrix> confusion,
      List<OptionalDouble> auc,
      List<CalibrationBin> calibration,
      SortedMap<String, String> undefined) {
    this(figures, confusion, auc, calibration, new TreeMap<>(), undefined);
  }

  /** Figures and nothing by class. */
  public static Evaluation of(Metrics figures, Map<String, String> undefined) {
    return new Evaluation(
        figures, Optional.empty(), List.of(), List.of(), new TreeMap<>(undefined));
  }

  /** The figures alone. */
  public Evaluation withoutDetail() {
    return of(figures, undefined);
  }
}
