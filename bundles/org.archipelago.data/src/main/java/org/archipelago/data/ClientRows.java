package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;

/**
 * One client's rows of the table.
 *
 * @param name the client's
 * @param train rows it trains on, ascending
 * @param test rows it keeps back, ascending; may be none
 */
record ClientRows(String name, int[] train, int[] test) {

  /**
   * Splits every client's rows.
   *
   * @param partition of the dealt rows
   * @param dealt for each dealt row its row in the table, ascending
   * @param groups rows that stay together, if any do
   * @param clientTest share that every client keeps back, at least one row of it unless it is 0
   * @throws InvalidInputException if a share is to be kept back and a client has too few rows; the
   *     message names all such clients
   */
  static List<ClientRows> split(
      Partition partition, int[] dealt, double clientTest, Seed seed, Optional<RowGroups> groups) {
    if (clientTest > 0) {
      checkRows(partition);
    }
    List<ClientRows> clients = new ArrayList<>();
    for (int client = 0; client < partition.clients().size(); client++) {
      int[] rows = Arrays.stream(partition.rows().get(client)).map(row -> dealt[row]).toArray();
      RandomStream random = seed.stream("client-test", 0, client);
      clients.add(
          groups.isPresent() && clientTest > 0
              ? split(partition.clients().get(client), rows, groups.get().numbers(rows), clientTest, random)
              : split(partition.clients().get(client), rows, clientTest, random));
    }
    return clients;
  }

  private static ClientRows split(String name, int[] rows, double clientTest, RandomStream random) {
    if (clientTest == 0) {
      return new ClientRows(name, rows, new int[0]);
    }
    int kept = (int) Math.max(1, Math.min(rows.length - 1, Math.round(clientTest * rows.length)));
    int[] shuffled = rows.clone();
    random.shuffle(shuffled);
    int[] test = Arrays.copyOf(shuffled, kept);
    int[] train = Arrays.copyOfRange(shuffled, kept, shuffled.length);
    Arrays.sort(test);
    Arrays.sort(train);
    return new ClientRows(name, train, test);
  }

  /** Keeps whole groups back. */
  private static ClientRows split(String name, int[] rows, int[] groups, double clientTest, RandomStream random) {
    boolean[] kept = HoldOut.draw(new int[rows.length], groups, 1, clientTest, random);
    int[] places = IntStream.range(0, rows.length).filter(place -> kept[place]).toArray();
    if (places.length == 0) {
      throw new InvalidInputException(
          Problem.atField(
              "data.clientTest",
              ("All rows of '%s' belong together, so that it can't keep some back. Set clientTest to 0, or deal the rows"
                      + " to fewer clients.")
                  .formatted(name)));
    }
    return new ClientRows(
        name,
        IntStream.range(0, rows.length).filter(place -> !kept[place]).map(place -> rows[place]).toArray(),
        Arrays.stream(places).map(place -> rows[place]).toArray());
  }

  private static void checkRows(Partition partition) {
    List<String> tooFew = new ArrayList<>();
    for (int client = 0; client < partition.clients().size(); client++) {
      int rows = partition.rows().get(client).length;
      if (rows < ClientDataset.FEWEST_ROWS_TO_JUDGE) {
        tooFew.add("%s has %d".formatted(partition.clients().get(client), rows));
      }
    }
    if (!tooFew.isEmpty()) {
      String listed = tooFew.stream().limit(20).collect(Collectors.joining(", "));
      String more = tooFew.size() > 20 ? " and " + (tooFew.size() - 20) + " more clients have too few" : "";
      throw new InvalidInputException(
          Problem.atField(
              "data.clientTest",
              ("Every client needs at least %d rows to keep some back, but %s%s. Set clientTest to 0, so that"
                      + " figures are on the rows a client trains on, or deal the rows to fewer clients or"
                      + " with a minimum of %d.")
                  .formatted(
                      ClientDataset.FEWEST_ROWS_TO_JUDGE,
                      listed,
                      more,
                      ClientDataset.FEWEST_ROWS_TO_JUDGE)));
    }
  }
}
