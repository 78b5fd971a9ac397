package org.archipelago.learning.metrics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;

/**
 * How far predicted numbers lie from the true ones. The target's sum and sum of squares are exact (a
 * float's square is a double), so R² can be told of merged rows as if they had lain together.
 */
public final class RegressionTally implements Tally {

  private final double scale;
  private final ExactSum loss = new ExactSum();
  private final ExactSum errors = new ExactSum();
  private final ExactSum squaredErrors = new ExactSum();
  private final ExactSum targets = new ExactSum();
  private final ExactSum squaredTargets = new ExactSum();
  private long rows;
  private long notFinite;

  /** @param scale what the targets were divided by, above 0 */
  public RegressionTally(double scale) {
    this.scale = scale;
  }

  @Override
  public void add(float[] outputs, int from, Examples examples, int row) {
    add(outputs, from, examples.targets()[row]);
  }

  /** Counts a row of that target. */
  void add(float[] outputs, int from, float target) {
    rows++;
    if (!Float.isFinite(outputs[from])) {
      notFinite++;
      return;
    }
    double error = (double) outputs[from] - target;
    errors.add(Math.abs(error));
    squaredErrors.add(error * error);
    targets.add(target);
    squaredTargets.add((double) target * target);
  }

  @Override
  public void addLoss(double sum) {
    loss.add(sum);
  }

  @Override
  public void merge(Tally other) {
    if (!(other instanceof RegressionTally that) || that.scale != scale) {
      throw new IllegalArgumentException("only tallies of the same target can be merged");
    }
    loss.merge(that.loss);
    errors.merge(that.errors);
    squaredErrors.merge(that.squaredErrors);
    targets.merge(that.targets);
    squaredTargets.merge(that.squaredTargets);
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
      figures.put(Metrics.MAE, scale * errors.value() / rows);
      figures.put(Metrics.RMSE, scale * Math.sqrt(squaredErrors.value() / rows));
      r2().ifPresent(value -> figures.put(Metrics.R2, value));
    }
    return Metrics.of(rows, figures);
  }

  /** 1 − Σ(ŷ − y)² ÷ (Σy² − (Σy)²/n), in whole numbers and rounded once at the end. */
  private OptionalDouble r2() {
    BigInteger n = BigInteger.valueOf(rows).shiftLeft(-ExactSum.UNIT); // so that squares of sums fit beside
    BigInteger total = n.multiply(squaredTargets.units()).subtract(targets.units().pow(2));
    if (total.signum() == 0) {
      return OptionalDouble.empty();
    }
    BigInteger explained = total.subtract(n.multiply(squaredErrors.units()));
    return OptionalDouble.of(
        new BigDecimal(explained).divide(new BigDecimal(total), MathContext.DECIMAL128).doubleValue());
  }

  @Override
  public Evaluation evaluation() {
    Map<String, String> undefined = new HashMap<>();
    Metrics figures = figures();
    if (rows == 0) {
      undefined.put(Metrics.R2, "there is no row to measure on");
    } else if (notFinite > 0) {
      undefined.put(
          Metrics.R2,
          String.format(
              Locale.ROOT, "the model's predictions of %,d of %,d rows are not finite", notFinite, rows));
    } else if (figures.value(Metrics.R2).isEmpty()) {
      undefined.put(Metrics.R2, "the target is the same in all rows");
    }
    return Evaluation.of(figures, undefined);
  }
}
