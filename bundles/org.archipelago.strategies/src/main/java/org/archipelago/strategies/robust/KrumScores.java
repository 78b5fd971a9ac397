package org.archipelago.strategies.robust;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Krum's score of an update: the sum of the squared distances to the n − f − 2 updates nearest to it (Blanchard et
 * al. 2017, section 4). Small where many others are near.
 */
final class KrumScores {

  private final double[][] squaredDistances;
  private final int byzantine;

  KrumScores(Cohort cohort, int byzantine) {
    this.squaredDistances = cohort.squaredDistances();
    this.byzantine = byzantine;
  }

  /** The clients among these by ascending score; those of equal score by index. */
  int[] ranked(int... clients) {
    double[] scores = new double[squaredDistances.length];
    for (int client : clients) {
      scores[client] = score(client, clients);
    }
    return Arrays.stream(clients)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(client -> scores[client]).thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** All clients by ascending score. */
  int[] ranked() {
    return ranked(IntStream.range(0, squaredDistances.length).toArray());
  }

  private double score(int client, int[] clients) {
    return Arrays.stream(clients)
        .filter(other -> other != client)
        .mapToDouble(other -> squaredDistances[client][other])
        .sorted()
        .limit(Math.max(0, clients.length - byzantine - 2))
        .sum();
  }
}
