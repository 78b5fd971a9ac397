package org.archipelago.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.SumAggregator;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * The weighted mean of updates, gathered as they come: four at a time are added to a sum in double precision and can then
 * be dropped. Adding four in one go costs half of what adding them one by one does, since the sum is fetched and stored
 * once; the order of the additions is the same, and so are the bits.
 */
final class WeightedMean implements SumAggregator {

  private static final int TOGETHER = 4;

  private final ModelParameters like;
  private final List<double[]> sums;
  private final ToDoubleFunction<ClientUpdate> weight;
  private final List<Weighted> waiting = new ArrayList<>(TOGETHER);
  private double totalWeight;

  private record Weighted(ModelParameters delta, double factor) {

    float[] values(int tensor) {
      return delta.tensors().get(tensor).values();
    }
  }

  /** @param weight weight of an update, 0 or more */
  WeightedMean(ModelParameters like, ToDoubleFunction<ClientUpdate> weight) {
    this.like = like;
    this.weight = weight;
    this.sums = like.tensors().stream().map(t -> new double[t.values().length]).toList();
  }

  @Override
  public void accept(ClientUpdate update) {
    like.requireSameShapes(update.delta());
    double factor = weight.applyAsDouble(update);
    totalWeight += factor;
    waiting.add(new Weighted(update.delta(), factor));
    if (waiting.size() == TOGETHER) {
      for (int i = 0; i < sums.size(); i++) {
        addFour(sums.get(i), i, waiting.get(0), waiting.get(1), waiting.get(2), waiting.get(3));
      }
      waiting.clear();
    }
  }

  private void addThoseThatWait() {
    for (Weighted update : waiting) {
      for (int i = 0; i < sums.size(); i++) {
        add(sums.get(i), update.values(i), update.factor());
      }
    }
    waiting.clear();
  }

  private static void add(double[] sum, float[] values, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }

  private static void addFour(double[] sum, int tensor, Weighted a, Weighted b, Weighted c, Weighted d) {
    float[] first = a.values(tensor);
    float[] second = b.values(tensor);
    float[] third = c.values(tensor);
    float[] fourth = d.values(tensor);
    for (int i = 0; i < sum.length; i++) {
      sum[i] =
          sum[i] + a.factor * first[i] + b.factor * second[i] + c.factor * third[i] + d.factor * fourth[i];
    }
  }

  @Override
  public ModelParameters aggregate() {
    return over(totalWeight);
  }

  @Override
  public ModelParameters sum() {
    return over(1);
  }

  @Override
  public double totalWeight() {
    return totalWeight;
  }

  /** Σ weight · delta over a denominator; zeros where that is 0. */
  ModelParameters over(double denominator) {
    addThoseThatWait();
    if (denominator == 0) {
      return like.zeros();
    }
    List<Tensor> tensors = new ArrayList<>(sums.size());
    for (int i = 0; i < sums.size(); i++) {
      Tensor shape = like.tensors().get(i);
      double[] sum = sums.get(i);
      float[] values = new float[sum.length];
      for (int j = 0; j < sum.length; j++) {
        values[j] = (float) (sum[j] / denominator);
      }
      tensors.add(new Tensor(shape.name(), shape.shape(), values));
    }
    return new ModelParameters(tensors);
  }
}
