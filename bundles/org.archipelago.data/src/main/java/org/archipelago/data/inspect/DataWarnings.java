package org.archipelago.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.WordsColumn;

/**
 * Columns of a table that a model can learn from, and better did not: those that name rows, and those that tell the
 * target by themselves, since they were made from it or are known only after it.
 */
public final class DataWarnings {

  private static final double NEARLY_PERFECT = 0.98;

  private final Table table;
  private final ProgressListener progress;

  private DataWarnings(Table table, ProgressListener progress) {
    this.table = table;
    this.progress = progress;
  }

  /**
   * Looks at every feature; of images and words at none.
   *
   * @param target the column to predict
   * @param others columns that are no features
   * @param progress told after every column
   * @return one a column, in their order
   */
  public static List<ColumnWarning> of(
      Table table, String target, Collection<String> others, ProgressListener progress) {
    Column predicted = table.column(target).orElseThrow();
    boolean hasFeatures =
        table.image().isEmpty() && table.columns().stream().noneMatch(WordsColumn.class::isInstance);
    return hasFeatures
        ? new DataWarnings(table, progress).of(predicted, others)
        : List.of();
  }

  private List<ColumnWarning> of(Column target, Collection<String> others) {
    SingleFeature single =
        new SingleFeature(
            values(target), ColumnSummary.of(target).hasClasses(), table.columns().size());
    List<ColumnWarning> warnings = new ArrayList<>();
    int done = 0;
    for (Column feature : table.columns()) {
      progress.progress("Looking at the columns of " + table.source(), done++, table.columns().size());
      if (feature != target && !others.contains(feature.name()) && feature.missing() < feature.rows()) {
        if (Identifiers.looksLikeOne(feature)) {
          warnings.add(new ColumnWarning(feature.name(), false, identifier(feature)));
        } else if (single.canJudge()) {
          double score = single.score(feature);
          if (score >= NEARLY_PERFECT) {
            warnings.add(new ColumnWarning(feature.name(), true, disguise(feature, target, score)));
          }
        }
      }
    }
    return warnings;
  }

  private static double[] values(Column target) {
    double[] values = new double[target.rows()];
    if (target instanceof NumericColumn numbers) {
      Arrays.setAll(values, numbers::value);
    } else {
      CategoricalColumn texts = (CategoricalColumn) target;
      Arrays.setAll(values, row -> texts.isMissing(row) ? Double.NaN : texts.code(row));
    }
    return values;
  }

  private static Problem identifier(Column feature) {
    return Problem.warningAtField(
        "data.drop",
        feature instanceof NumericColumn numbers && Identifiers.isRunning(numbers)
            ? ("Column '%s' looks like an identifier: its numbers count the rows. A model learns nothing from it that"
                    + " holds for other rows; add it to data.drop.")
                .formatted(feature.name())
            : ("Column '%s' looks like an identifier: most rows have a value of their own. A model learns nothing"
                    + " from it that holds for other rows; add it to data.drop.")
                .formatted(feature.name()));
  }

  private static Problem disguise(Column feature, Column target, double score) {
    return Problem.warningAtField(
        "data.drop",
        String.format(
            Locale.ROOT,
            "Column '%s' alone tells '%s' nearly perfectly (%.1f percent of the error is gone): it may be the target in"
                + " disguise, known only once that is. If so, add it to data.drop.",
            feature.name(),
            target.name(),
            Math.floor(1000 * score) / 10));
  }
}
