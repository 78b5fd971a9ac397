package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class MatrixOrderTest {

  private static final List<String> NAMES = List.of("ward 10", "Ward 9", "annex", "ward 09b");
  private static final int[][] COUNTS = {{5, 5}, {9, 0}, {0, 20}, {8, 1}};

  @Test
  void numbersInNamesCountAsNumbers() {
    assertArrayEquals(new int[] {2, 1, 3, 0}, MatrixOrder.NAME.of(NAMES, COUNTS));
  }

  @Test
  void theLargestComesFirstAndTiesStayAsTheyAre() {
    assertArrayEquals(new int[] {2, 0, 1, 3}, MatrixOrder.SIZE.of(NAMES, COUNTS));
    assertArrayEquals(new int[] {0, 1, 2, 3}, MatrixOrder.NUMBER.of(NAMES, COUNTS));
  }

  @Test
  void likeMixesLieNextToEachOther() {
    assertArrayEquals(new int[] {1, 3, 0, 2}, MatrixOrder.SIMILARITY.of(NAMES, COUNTS));
  }

  /** Four kinds of client, shuffled: each kind comes out in one piece, in few as in many clients. */
  @Test
  void kindsOfClientsAreFoundAgain() {
    for (int clients : new int[] {40, 4000}) {
      int[] kinds = IntStream.range(0, clients).map(i -> i % 4).toArray();
      new RandomStream(7).shuffle(kinds);
      int[][] counts =
          IntStream.range(0, clients)
              .mapToObj(i -> IntStream.range(0, 4).map(c -> c == kinds[i] ? 90 + i % 7 : i % 3).toArray())
              .toArray(int[][]::new);
      List<String> names = IntStream.range(0, clients).mapToObj(i -> "client " + i).toList();
      int[] order = MatrixOrder.SIMILARITY.of(names, counts);
      int[] seen = Arrays.stream(order).map(client -> kinds[client]).toArray();
      long changes = IntStream.range(1, clients).filter(i -> seen[i] != seen[i - 1]).count();
      assertEquals(3, changes);
      assertEquals(clients, Arrays.stream(order).distinct().count());
    }
  }
}
