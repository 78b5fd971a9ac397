package org.archipelago.strategies.robust;

import java.util.Arrays;
import java.util.List;

/**
 * The updates of one round as vectors, in the order of the clients' indices, so that ties that go to the first one
 * go to the client of lowest index.
 *
 * @param vectors one a client, all of the same length; not changed
 */
record Cohort(List<float[]> vectors) {

  /** Differences that are squared and added side by side before they are added up. */
  private static final int LANES = 512;

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
    double[][] distances = new double[size()][size()];
    double[] lanes = new double[LANES];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = squaredDistance(vector(i), vector(j), lanes);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
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
    double[] sum = new double[length()];
    for (int client : clients) {
      float[] vector = vector(client);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / clients.length);
    }
    return mean;
  }
}
