package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.Series;

/** Pictures of what a classifier was found to be worth: the same for views and reports. */
public final class EvaluationCharts {

  private static final int MODEL = 0;
  private static final int PERFECT = 2;

  private EvaluationCharts() {}

  /**
   * Reliability (Niculescu-Mizil and Caruana 2005, "Predicting good probabilities with supervised
   * learning"): how often the model is right against how sure it is. A point a bin that has rows.
   */
  public static ChartSpec reliability(Evaluation evaluation, Language language) {
    Texts texts = Texts.beside(EvaluationCharts.class, language);
    List<CalibrationBin> bins = evaluation.calibration();
    double[] confidence = bins.stream().mapToDouble(CalibrationBin::confidence).toArray();
    double[] accuracy = bins.stream().mapToDouble(CalibrationBin::accuracy).toArray();
    Series model = Series.of(texts.text("reliability.model"), "", confidence, accuracy);
    double[] diagonal = {0, 1};
    Series perfect = Series.of(texts.text("reliability.perfect"), "", diagonal, diagonal);
    List<Curve> curves = new ArrayList<>();
    if (!model.isEmpty()) {
      curves.add(new Curve(model.name(), model, MODEL, ""));
      curves.add(new Curve(perfect.name(), perfect, PERFECT, ""));
    }
    OptionalDouble error = evaluation.figures().value(Metrics.ECE);
    return new ChartSpec(
        texts.text("reliability.title"),
        error.isPresent()
            ? texts.text(
                "reliability.error", Format.coefficient(error.getAsDouble()), Metrics.ECE_BINS)
            : "",
        Positions.SHARES,
        texts.text("reliability.confidence"),
        1,
        new Axis(texts.text("reliability.right"), "", Axis.Rule.SHARE, false, Format::plain),
        curves,
        List.of(),
        List.of(),
        texts.text("reliability.none"),
        language);
  }

  /**
   * True against predicted classes.
   *
   * @param shares whether cells tell shares of the true class's rows instead of counts
   */
  public static HeatMapSpec confusion(
      Task task, ConfusionMatrix matrix, boolean shares, Language language) {
    Texts texts = Texts.beside(EvaluationCharts.class, language);
    List<List<HeatMapSpec.Cell>> cells = new ArrayList<>();
    for (int truth = 0; truth < matrix.classes(); truth++) {
      long support = matrix.support(truth);
      List<HeatMapSpec.Cell> line = new ArrayList<>();
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        long count = matrix.count(truth, predicted);
        String words =
            texts.text(
                "confusion.cell",
                Format.count(count),
                Format.count(support),
                task.classes().get(truth),
                task.classes().get(predicted));
        line.add(cell(count, support, shares, words));
      }
      cells.add(line);
    }
    return new HeatMapSpec(
        texts.text("confusion.title"),
        texts.text(shares ? "confusion.shares" : "confusion.rows"),
        texts.text("confusion.true"),
        texts.text("confusion.predicted"),
        task.classes(),
        task.classes(),
        cells);
  }

  private static HeatMapSpec.Cell cell(long count, long support, boolean shares, String words) {
    double share = support == 0 ? 0 : (double) count / support;
    String text =
        shares ? support == 0 ? "–" : Long.toString(Math.round(100 * share)) : Format.count(count);
    return new HeatMapSpec.Cell(share, text, words);
  }
}
