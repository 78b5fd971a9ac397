package org.archipelago.partition;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.archipelago.data.RowsCsv;
import org.archipelago.data.SourceRows;
import org.archipelago.data.UndealtRows;
import org.archipelago.partition.vertical.Party;
import org.archipelago.partition.vertical.VerticalPartition;
import org.archipelago.store.run.DurableFiles;

/** Writes what each client of a partition has as a table of its own, to be handed out. */
public final class PartTables {

  private final SourceRows source;
  private final Path folder;
  private final List<Path> written = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private PartTables(SourceRows source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /**
   * A CSV file for each client, and for the hold-out, the server's rows and the reserve where there are such.
   *
   * @param draft of data read from a table
   * @param folder made if it is not there
   * @return what was written
   */
  public static List<Path> write(Draft draft, Path folder) throws IOException {
    UndealtRows rows = draft.data().origin().orElseThrow();
    PartTables tables = new PartTables(rows.of(), folder);
    DurableFiles.createFolder(folder);
    List<String> columns = rows.of().columns();
    for (int client = 0; client < draft.clients().size(); client++) {
      tables.write(draft.clients().get(client), columns, tableRows(draft, client), false);
    }
    tables.writeAny(PartitionCsv.HOLD_OUT, columns, rows.reserved().heldOut());
    tables.writeAny(PartitionCsv.SERVER, columns, rows.reserved().server());
    tables.writeAny(PartitionCsv.RESERVE, columns, tableRows(draft, Draft.NOBODY));
    return tables.written;
  }

  private static int[] tableRows(Draft draft, int client) {
    int[] rows = draft.rowsOf(client);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = draft.data().tableRows()[rows[i]];
    }
    return rows;
  }

  /**
   * Two CSV files for each client, of its rows and of the hold-out's, with its columns; the column {@code row} says which
   * rows belong together.
   */
  public static List<Path> write(VerticalPartition partition, Path folder) throws IOException {
    UndealtRows rows = partition.of();
    PartTables tables = new PartTables(rows.of(), folder);
    DurableFiles.createFolder(folder);
    for (Party party : partition.parties()) {
      List<String> columns = new ArrayList<>(party.columns());
      if (party.hasTarget()) {
        columns.add(rows.of().task().target());
      }
      tables.write(party.name(), columns, party.rows(), true);
      if (rows.reserved().heldOut().length > 0) {
        tables.write(
            party.name() + "." + PartitionCsv.HOLD_OUT, columns, rows.reserved().heldOut(), true);
      }
    }
    return tables.written;
  }

  private void writeAny(String name, List<String> columns, int[] rows) throws IOException {
    if (rows.length > 0) {
      write(name, columns, rows, false);
    }
  }

  private void write(String name, List<String> columns, int[] rows, boolean numbered) throws IOException {
    Path file = folder.resolve(fileName(name)).toAbsolutePath();
    DurableFiles.write(
        file,
        out ->
            RowsCsv.write(
                source, columns, rows, numbered, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    written.add(file);
  }

  /** A name that every file system takes, and no other part has. */
  private String fileName(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
    String free = plain;
    for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = plain + "-" + number;
    }
    return free + ".csv";
  }
}
