package org.archipelago.partition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.Reserved;
import org.archipelago.data.RowPlaces;
import org.archipelago.data.SourceRows;
import org.archipelago.data.UndealtRows;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Expected;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.Tables;

/**
 * Reads a partition from a table with the columns {@code row} (of the data's table, from 0), {@code client} and, where
 * other rows than clients' are listed, {@code set}. Rows that are not listed are in the reserve; the hold-out is as listed
 * where there is a column {@code set}, else as it was drawn.
 */
public final class PartitionCsvReader {

  private static final int MOST_PROBLEMS = 20;
  private static final Map<String, Integer> PLACES =
      Map.of(
          PartitionCsv.HOLD_OUT, RowPlaces.HELD_OUT,
          PartitionCsv.SERVER, RowPlaces.AT_SERVER,
          PartitionCsv.RESERVE, Manifest.IN_RESERVE);

  private final Table table;
  private final UndealtRows undealt;
  private final List<Problem> problems = new ArrayList<>();
  private final int[] lineOfRow;
  private final int[] places;
  private final Map<String, Integer> clients = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private boolean grouped = true;

  private PartitionCsvReader(Table table, UndealtRows undealt) {
    this.table = table;
    this.undealt = undealt;
    lineOfRow = new int[undealt.of().tableRows()];
    places = new int[lineOfRow.length];
    Arrays.fill(places, RowPlaces.NOWHERE);
  }

  /**
   * Reads it.
   *
   * @param data read from a table; its hold-out is kept unless the file lists one
   * @throws InvalidInputException with all that is wrong with the file, by its lines
   */
  public static Draft read(Path file, PartitionData data, ProgressListener progress) {
    UndealtRows undealt =
        data.origin().orElseThrow(() -> new IllegalArgumentException("rows without a table"));
    Table table = Tables.read(file.toString(), file, Expected.NOTHING, progress);
    return new PartitionCsvReader(table, undealt).draft(data);
  }

  private Draft draft(PartitionData data) {
    Column row = column(PartitionCsv.ROW);
    Column client = column(PartitionCsv.CLIENT_NAME);
    Optional<Column> set = table.column(PartitionCsv.SET);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    boolean[] usable = new boolean[places.length];
    Arrays.stream(undealt.of().usable()).forEach(of -> usable[of] = true);
    for (int line = 0; line < table.rows() && problems.size() < MOST_PROBLEMS; line++) {
      int of = row(row, line, usable);
      if (of >= 0) {
        lineOfRow[of] = table.line(line);
        places[of] = place(set.isEmpty() ? PartitionCsv.CLIENT : set.get().text(line), client.text(line), line);
      }
    }
    if (set.isEmpty()) {
      refuseReserved(undealt.reserved().heldOut(), "the hold-out", "data.test");
      refuseReserved(undealt.reserved().server(), "the server's rows", "data.serverRows");
    }
    if (names.isEmpty() && problems.isEmpty()) {
      problems.add(Problem.inFile(table.source(), 0, "No row has a client."));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return inOrder(set.isEmpty() ? data : PartitionData.of(undealt.of().without(listed())));
  }

  private Column column(String name) {
    Optional<Column> found = table.column(name);
    if (found.isEmpty()) {
      problems.add(
          Problem.inFile(
              table.source(),
              1,
              "There is no column '%s'; it has %s. A partition has the columns row, client and, if need be, set."
                  .formatted(name, String.join(", ", table.names()))));
    }
    return found.orElse(null);
  }

  private int row(Column column, int line, boolean[] usable) {
    int rows = undealt.of().tableRows();
    String said = column.text(line);
    double value = column instanceof NumericColumn numbers ? numbers.value(line) : Double.NaN;
    if (!(value >= 0 && value < rows && NumericColumn.isWhole(value))) {
      return wrong(line, "Found '%s', but rows of %s are 0 to %d.".formatted(said, undealt.of().name(), rows - 1));
    }
    int row = (int) value;
    if (lineOfRow[row] > 0) {
      return wrong(
          line, "Row %d is in line %d already; a row is at one place.".formatted(row, lineOfRow[row]));
    }
    if (!usable[row]) {
      return wrong(
          line,
          "Row %d can't be dealt: it lacks the target or, where rows with gaps are left out, a feature."
              .formatted(row));
    }
    return row;
  }

  private int place(String set, String name, int line) {
    if (PLACES.containsKey(set)) {
      return PLACES.get(set);
    }
    if (!set.equals(PartitionCsv.CLIENT)) {
      return wrong(
          line, "There is no set '%s'; there is client, hold-out, server, reserve.".formatted(set));
    }
    if (name.isEmpty()) {
      return wrong(line, "No client is named here; leave rows out that no client has.");
    }
    int known = clients.getOrDefault(name, -1);
    if (known < 0) {
      clients.put(name, names.size());
      names.add(name);
      return names.size() - 1;
    }
    grouped &= known == names.size() - 1;
    return known;
  }

  private int wrong(int line, String message) {
    problems.add(Problem.inFile(table.source(), table.line(line), message));
    return -1;
  }

  private void refuseReserved(int[] reserved, String what, String option) {
    for (int row : reserved) {
      if (lineOfRow[row] > 0 && problems.size() < MOST_PROBLEMS) {
        problems.add(
            Problem.inFile(
                table.source(),
                lineOfRow[row],
                "Row %d is in %s. Add a column set that says of every row where it is, or set %s to 0."
                    .formatted(row, what, option)));
        return;
      }
    }
  }

  private Reserved listed() {
    return new Reserved(rowsAt(RowPlaces.HELD_OUT), rowsAt(RowPlaces.AT_SERVER));
  }

  private int[] rowsAt(int place) {
    return IntStream.range(0, places.length).filter(row -> places[row] == place).toArray();
  }

  /** As they stand where the file goes client by client, else by their names, numbers in them by their value. */
  private Draft inOrder(PartitionData data) {
    List<String> ordered = new ArrayList<>(names);
    if (!grouped) {
      ordered.sort(Comparator.comparing(PartitionCsvReader::padded).thenComparing(Comparator.naturalOrder()));
    }
    Map<String, Integer> numbers = new HashMap<>();
    ordered.forEach(name -> numbers.put(name, numbers.size()));
    int[] renumbered = names.stream().mapToInt(numbers::get).toArray();
    int[] clientOfRow =
        Arrays.stream(data.tableRows())
            .map(row -> places[row] >= 0 ? renumbered[places[row]] : Draft.NOBODY)
            .toArray();
    return Draft.of(data, ordered, clientOfRow);
  }

  private static String padded(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
      text.append(part.matches("\\d+") ? "0".repeat(Math.max(0, 20 - part.length())) + part : part);
    }
    return text.toString();
  }
}
