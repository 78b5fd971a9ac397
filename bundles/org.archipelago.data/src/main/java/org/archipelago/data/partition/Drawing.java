package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.data.PartitionRequest;

/** Clients that draw row after row, each by a mix of classes of its own, until all rows are dealt. */
final class Drawing {

  /** Draws one of the classes that have rows left. */
  @FunctionalInterface
  interface Mix {

    /** @param left rows of every class that are left, at least one in all; not to be changed */
    int draw(int[] left, RandomStream random);
  }

  private Drawing() {}

  /** Whose turn it is: the first client takes all its rows, then the second, and so on. */
  static int[] oneByOne(int[] sizes) {
    return IntStream.range(0, sizes.length)
        .flatMap(client -> IntStream.generate(() -> client).limit(sizes[client]))
        .toArray();
  }

  /** Whose turn it is: clients in random order, each as often as it takes rows. */
  static int[] inTurn(int[] sizes, RandomStream random) {
    int[] turns = oneByOne(sizes);
    random.shuffle(turns);
    return turns;
  }

  /**
   * The client of every row: at every turn a client draws a class of its mix and gets a random row of it.
   *
   * @param turns one a row
   * @param mixes one a client
   */
  static int[] deal(PartitionRequest request, int[] turns, List<? extends Mix> mixes) {
    return deal(Deal.rowsByClass(request.labels(), request.classes()), turns, mixes, request.random());
  }

  /** The same of rows that are told apart otherwise than by their classes. */
  static int[] deal(List<int[]> rows, int[] turns, List<? extends Mix> mixes, RandomStream random) {
    rows.forEach(random::shuffle);
    int[] left = rows.stream().mapToInt(ofClass -> ofClass.length).toArray();
    int[] clientOfRow = new int[turns.length];
    Arrays.stream(turns)
        .forEach(
            client -> {
              int label = mixes.get(client).draw(left, random);
              clientOfRow[rows.get(label)[--left[label]]] = client;
            });
    return clientOfRow;
  }
}
