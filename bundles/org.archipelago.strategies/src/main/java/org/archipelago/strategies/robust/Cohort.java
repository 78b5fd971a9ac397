package org.archipelago.strategies.robust;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * The updates of one round as vectors, in the order of the clients' indices, so that ties that go to the first one
 * go to the client of lowest index.
 *
 * @param vectors one a client, all of the same length; not changed
 */
record Cohort(List<float[]> vectors) {

  /** Differences that are squared and added side by side before they are added up. */
  private static final int LANES = 512;

  /** Most coordinates that are averaged together, so that their sums stay in a near cache. */
  private static final int BLOCK = 131_072;

  /** Copies the list. */
  Cohort {
    vectors = List.copyOf(vectors);
  }

  int size() {
    return vectors.size();
  }

  float[] vector(int client) {
    return vectors.get(client);
  }

  /** Number of coordinates. */
  int length() {
    return vectors.isEmpty() ? 0 : vectors.get(0).length;
  }

  /** Squared L2 distances between all pairs. */
  double[][] squaredDistances() {
    return new PairwiseDistances(this).squared();
  }

  /** Squared L2 distance of two vectors, summed in double precision in a fixed order. */
  static double squaredDistance(float[] a, float[] b) {
    return squaredDistance(a, b, new double[LANES]);
  }

  private static double squaredDistance(float[] a, float[] b, double[] lanes) {
    Arrays.fill(lanes, 0);
    for (int from = 0; from < a.length; from += LANES) {
      int length = Math.min(LANES, a.length - from);
      for (int i = 0; i < length; i++) {
        double difference = (double) a[from + i] - b[from + i];
        lanes[i] += difference * difference;
      }
    }
    double sum = 0;
    for (double lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  /** The mean of those vectors, summed in double precision in the order given. */
  float[] mean(int... clients) {
    float[] mean = new float[length()];
    int processors = ForkJoinPool.getCommonPoolParallelism() + 1;
    int block = Math.min(BLOCK, mean.length / processors + 1);
    IntStream.iterate(0, from -> from < mean.length, from -> from + block)
        .parallel()
        .forEach(from -> mean(clients, from, Math.min(block, mean.length - from), mean));
    return mean;
  }

  private void mean(int[] clients, int from, int count, float[] mean) {
    double[] sum = new double[count];
    int next = 0;
    for (; next + 4 <= clients.length; next += 4) {
      addFour(
          sum,
          from,
          vector(clients[next]),
          vector(clients[next + 1]),
          vector(clients[next + 2]),
          vector(clients[next + 3]));
    }
    for (; next < clients.length; next++) {
      add(sum, from, vector(clients[next]));
    }
    for (int i = 0; i < count; i++) {
      mean[from + i] = (float) (sum[i] / clients.length);
    }
  }

  private static void add(double[] sum, int from, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[from + i];
    }
  }

  private static void addFour(double[] sum, int from, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] + a[from + i] + b[from + i] + c[from + i] + d[from + i];
    }
  }
}
