package org.archipelago.partition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Orders in which clients can be listed. */
public enum MatrixOrder {
  /** As they are numbered. */
  NUMBER,
  /** By their names; numbers in them count as numbers. */
  NAME,
  /** The largest first. */
  SIZE,
  /** Those of like mixes of classes next to each other. */
  SIMILARITY;

  /** Above this, those of the same largest class are put together, since looking at all pairs would take too long. */
  private static final long MOST_PRODUCTS = 20_000_000;

  /**
   * Indices of the clients in this order. Ties stay as they are numbered.
   *
   * @param counts {@code [client][class]}
   */
  public int[] of(List<String> clients, int[][] counts) {
    return switch (this) {
      case NUMBER -> IntStream.range(0, clients.size()).toArray();
      case NAME -> sorted(clients.size(), Comparator.comparing(clients::get, MatrixOrder::compareNames));
      case SIZE -> bySize(counts);
      case SIMILARITY -> isTooMuch(counts) ? byLargestClass(counts) : chain(counts);
    };
  }

  private static boolean isTooMuch(int[][] counts) {
    long classes = counts.length == 0 ? 0 : counts[0].length;
    return classes * counts.length * counts.length / 2 > MOST_PRODUCTS;
  }

  private static int[] sorted(int clients, Comparator<Integer> order) {
    return IntStream.range(0, clients).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private static int[] bySize(int[][] counts) {
    long[] sizes = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    return sorted(counts.length, Comparator.comparingLong((Integer client) -> sizes[client]).reversed());
  }

  private static int[] byLargestClass(int[][] counts) {
    double[][] mixes = Arrays.stream(counts).map(MatrixOrder::roots).toArray(double[][]::new);
    int[] largest = Arrays.stream(mixes).mapToInt(MatrixOrder::largest).toArray();
    Comparator<Integer> byClass = Comparator.comparingInt(client -> largest[client]);
    return sorted(
        counts.length,
        byClass.thenComparing(Comparator.comparingDouble(
            (Integer client) -> mixes[client][largest[client]]).reversed()));
  }

  private static int largest(double[] values) {
    int found = 0;
    for (int i = 1; i < values.length; i++) {
      found = values[i] > values[found] ? i : found;
    }
    return found;
  }

  /** From the client of the purest mix of the first class always to the next of the least Hellinger distance. */
  private static int[] chain(int[][] counts) {
    double[][] mixes = Arrays.stream(counts).map(MatrixOrder::roots).toArray(double[][]::new);
    int[] order = byLargestClass(counts);
    for (int i = 0; i + 2 < order.length; i++) {
      int nearest = i + 1;
      double most = -1;
      for (int j = i + 1; j < order.length; j++) {
        double likeness = product(mixes[order[i]], mixes[order[j]]);
        if (likeness > most) {
          most = likeness;
          nearest = j;
        }
      }
      int next = order[nearest];
      System.arraycopy(order, i + 1, order, i + 2, nearest - i - 1);
      order[i + 1] = next;
    }
    return order;
  }

  /** Roots of the shares, whose product of two clients is the larger the nearer these are. */
  private static double[] roots(int[] counts) {
    double size = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToDouble(count -> Math.sqrt(count / size)).toArray();
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static int compareNames(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOfOne = endOfNumber(one, i);
      int endOfOther = endOfNumber(other, j);
      boolean numbers = endOfOne > i && endOfOther > j;
      int order =
          numbers
              ? compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther))
              : Character.compare(Character.toLowerCase(one.charAt(i)), Character.toLowerCase(other.charAt(j)));
      if (order != 0) {
        return order;
      }
      i = numbers ? endOfOne : i + 1;
      j = numbers ? endOfOther : j + 1;
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String other) {
    String plain = one.replaceFirst("^0+(?=.)", "");
    String otherPlain = other.replaceFirst("^0+(?=.)", "");
    int byLength = Integer.compare(plain.length(), otherPlain.length());
    return byLength != 0 ? byLength : plain.compareTo(otherPlain);
  }
}
