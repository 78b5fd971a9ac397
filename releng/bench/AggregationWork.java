package org.archipelago.strategies.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.Aggregator;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * Prints the milliseconds that work on 100 updates of 199,210 numbers takes here, the best of some rounds: one line a
 * work. In the rules' own package, since their parts are not public.
 */
public final class AggregationWork {

  private static final int UPDATES = 100;
  private static final int LENGTH = 199_210;
  private static final int WRONG = 10;
  private static final long LEAST_NANOS = 3_000_000_000L;
  private static final int LEAST_TIMES = 15;

  private static double sink;

  private AggregationWork() {}

  public static void main(String[] arguments) {
    List<float[]> vectors = vectors();
    Cohort cohort = new Cohort(vectors);
    int[] everyone = IntStream.range(0, UPDATES).toArray();
    List<int[]> integers = vectors.stream().map(vector -> new int[vector.length]).toList();
    ModelParameters like = parameters(new float[LENGTH]);
    List<ClientUpdate> updates = updates(vectors);
    Strategy average = strategy("fedavg");
    time("read", () -> read(integers));
    time("read_side_by_side", () -> readSideBySide(integers));
    time("mean", () -> cohort.mean(everyone)[0]);
    time("fold", () -> folded(average, like, updates));
    time("median", () -> new CoordinateMedian.Median(WRONG).combine(cohort)[0]);
    time("trimmed", () -> new TrimmedMean.Trimmed(WRONG).combine(cohort)[0]);
    time("krum", () -> new MultiKrum.NearestFew(WRONG, OptionalInt.of(1)).combine(cohort)[0]);
  }

  /** Reads every array once, four at a time, and does as little as can be done with what was read. */
  private static double read(List<int[]> arrays) {
    int sum = 0;
    for (int i = 0; i < arrays.size(); i += 4) {
      sum += read(arrays.get(i), arrays.get(i + 1), arrays.get(i + 2), arrays.get(i + 3));
    }
    return sum;
  }

  /** The same by as many threads as there are processors. */
  private static double readSideBySide(List<int[]> arrays) {
    return IntStream.range(0, arrays.size() / 4)
        .parallel()
        .map(i -> read(arrays.get(4 * i), arrays.get(4 * i + 1), arrays.get(4 * i + 2), arrays.get(4 * i + 3)))
        .sum();
  }

  private static int read(int[] a, int[] b, int[] c, int[] d) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] + b[i] + c[i] + d[i];
    }
    return sum;
  }

  private static double folded(Strategy strategy, ModelParameters like, List<ClientUpdate> updates) {
    Aggregator aggregator = strategy.newAggregator(new RoundContext(1, new Seed(1), new RunControl()), like);
    updates.forEach(aggregator::accept);
    return aggregator.aggregate().tensors().get(0).values()[0];
  }

  private static Strategy strategy(String id) {
    Catalog catalog = Catalog.load();
    ParameterValues values =
        catalog.describe(ComponentKind.STRATEGY, id).orElseThrow().withDefaults(new ParameterValues(Map.of()));
    return catalog
        .get(ComponentKind.STRATEGY, id, StrategyFactory.class)
        .create(values, StrategySetting.ofSize(UPDATES, ParameterValues.NONE));
  }

  private static List<float[]> vectors() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < UPDATES; i++) {
      float[] vector = new float[LENGTH];
      for (int j = 0; j < LENGTH; j++) {
        vector[j] = (float) random.nextGaussian();
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private static List<ClientUpdate> updates(List<float[]> vectors) {
    return IntStream.range(0, UPDATES)
        .mapToObj(
            i ->
                new ClientUpdate(
                    new ClientInfo(i, "client " + i, 600), parameters(vectors.get(i)), 60, 0, 0, 0, 0, 1, false))
        .toList();
  }

  private static ModelParameters parameters(float[] values) {
    return new ModelParameters(List.of(new Tensor("w", new int[] {values.length}, values)));
  }

  private static void time(String work, Supplier<? extends Number> task) {
    List<Long> times = new ArrayList<>();
    long begin = System.nanoTime();
    while (times.size() < LEAST_TIMES || System.nanoTime() - begin < LEAST_NANOS) {
      long before = System.nanoTime();
      sink += task.get().doubleValue();
      times.add(System.nanoTime() - before);
    }
    double best = times.stream().mapToLong(Long::longValue).min().orElseThrow() * 1e-6;
    System.out.println(String.format(Locale.ROOT, "%s %.3f", work, best));
  }
}
