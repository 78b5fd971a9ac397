package org.archipelago.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

/** Draws rows of a class from clients, and shares numbers out. */
final class Draw {

  private Draw() {}

  /**
   * Draws rows of a class.
   *
   * @param quota how many from each client, and last of all from the reserve; no more than there are
   * @return them, in the order of the clients
   */
  static int[] rows(Draft draft, int[] clientOfRow, int label, int[] quota, RandomStream random) {
    int[] labels = draft.data().labels();
    List<int[]> found = new ArrayList<>();
    int[] counts = new int[quota.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == label) {
        counts[place(clientOfRow[row], quota)]++;
      }
    }
    Arrays.stream(counts).forEach(count -> found.add(new int[count]));
    int[] filled = new int[quota.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == label) {
        int place = place(clientOfRow[row], quota);
        found.get(place)[filled[place]++] = row;
      }
    }
    Optional<int[]> groupOf = draft.data().groupOfRow();
    return IntStream.range(0, quota.length)
        .filter(place -> quota[place] > 0)
        .flatMap(place -> some(found.get(place), quota[place], groupOf, random))
        .toArray();
  }

  private static int place(int client, int[] quota) {
    return client == Draft.NOBODY ? quota.length - 1 : client;
  }

  private static IntStream some(int[] rows, int count, Optional<int[]> groupOf, RandomStream random) {
    if (count == rows.length) {
      return Arrays.stream(rows);
    }
    random.shuffle(rows);
    return groupOf.map(groups -> groupByGroup(rows, groups)).orElse(Arrays.stream(rows)).limit(count);
  }

  /** The same rows in the order in which their groups are met first, so that few groups are parted. */
  private static IntStream groupByGroup(int[] rows, int[] groupOf) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int row : rows) {
      groups.computeIfAbsent(groupOf[row], group -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().flatMap(List::stream).mapToInt(Integer::intValue);
  }

  /** A quota of a single client, or of the reserve. */
  static int[] from(Draft draft, int client, int count) {
    int[] quota = new int[draft.clients().size() + 1];
    quota[place(client, quota)] = count;
    return quota;
  }

  /**
   * Shares a number out in proportion to weights, by the largest remainders, the first on ties.
   *
   * @param weights not negative, not all 0
   */
  static int[] shares(int[] weights, int total) {
    long sum = Arrays.stream(weights).asLongStream().sum();
    int[] shares = new int[weights.length];
    long[] remainders = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (int) ((long) weights[i] * total / sum);
      remainders[i] = (long) weights[i] * total % sum;
    }
    int left = total - Arrays.stream(shares).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -remainders[i]))
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
