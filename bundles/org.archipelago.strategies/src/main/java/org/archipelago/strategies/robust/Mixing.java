package org.archipelago.strategies.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

/** What is done to the updates before a rule looks at them, so that honest ones that differ don't look like attackers. */
enum Mixing {

  /** Nothing. */
  NONE {
    @Override
    Cohort apply(Cohort cohort, int byzantine, int bucketSize, RandomStream random) {
      return cohort;
    }

    @Override
    int left(int updates, int bucketSize) {
      return updates;
    }
  },

  /**
   * Means over random groups of s updates (Karimireddy, He and Jaggi, "Byzantine-Robust Learning on Heterogeneous
   * Datasets via Bucketing", ICLR 2022, algorithm 1); the last group may be smaller.
   */
  BUCKETING {
    @Override
    Cohort apply(Cohort cohort, int byzantine, int bucketSize, RandomStream random) {
      int[] order = IntStream.range(0, cohort.size()).toArray();
      random.shuffle(order);
      List<float[]> means = new ArrayList<>();
      for (int from = 0; from < order.length; from += bucketSize) {
        means.add(
            cohort.mean(
                IntStream.range(from, Math.min(from + bucketSize, order.length)).map(i -> order[i]).toArray()));
      }
      return new Cohort(means);
    }

    @Override
    int left(int updates, int bucketSize) {
      return (updates + bucketSize - 1) / bucketSize;
    }
  },

  /**
   * Every update becomes the mean of the n − f nearest to it, itself among them (Allouah, Farhadkhani, Guerraoui,
   * Gupta, Pinot and Stephan, "Fixing by Mixing", AISTATS 2023, algorithm 2).
   */
  NEAREST {
    @Override
    Cohort apply(Cohort cohort, int byzantine, int bucketSize, RandomStream random) {
      double[][] distances = cohort.squaredDistances();
      int kept = Math.max(1, cohort.size() - byzantine);
      List<float[]> mixed = new ArrayList<>();
      for (double[] from : distances) {
        mixed.add(
            cohort.mean(
                IntStream.range(0, cohort.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(other -> from[other]))
                    .limit(kept)
                    .mapToInt(Integer::intValue)
                    .toArray()));
      }
      return new Cohort(mixed);
    }

    @Override
    int left(int updates, int bucketSize) {
      return updates;
    }
  };

  /**
   * @param byzantine wrong updates that are to be borne
   * @param bucketSize updates in a bucket
   */
  abstract Cohort apply(Cohort cohort, int byzantine, int bucketSize, RandomStream random);

  /** How many vectors are left of so many updates. */
  abstract int left(int updates, int bucketSize);

  /** The name in files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
