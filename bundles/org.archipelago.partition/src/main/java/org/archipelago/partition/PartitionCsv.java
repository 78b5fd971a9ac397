package org.archipelago.partition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.archipelago.data.RowPlaces;

/**
 * A partition as CSV for other programs: the row of the table, from 0, its client, and the set that it is in, of
 * {@link #CLIENT}, {@link #HOLD_OUT}, {@link #SERVER} and {@link #RESERVE}. The rows of a client stand together, clients in
 * their order.
 */
public final class PartitionCsv {

  static final String ROW = "row";
  static final String CLIENT_NAME = "client";
  static final String SET = "set";

  /** In the column {@code set}: a client has the row. */
  public static final String CLIENT = "client";

  /** In the column {@code set}: the row is in the common hold-out. */
  public static final String HOLD_OUT = "hold-out";

  /** In the column {@code set}: the row is the server's. */
  public static final String SERVER = "server";

  /** In the column {@code set}: the row may be dealt, and no client has it. */
  public static final String RESERVE = "reserve";

  private PartitionCsv() {}

  /** Writes all rows but those that are nowhere, in UTF-8, and leaves the stream open. */
  public static void write(Manifest manifest, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(ROW + "," + CLIENT_NAME + "," + SET + "\n");
    int[][] rows = byClient(manifest);
    for (int client = 0; client < rows.length; client++) {
      write(rows[client], quoted(manifest.clients().get(client)), CLIENT, text);
    }
    write(manifest.rowsAt(RowPlaces.HELD_OUT), "", HOLD_OUT, text);
    write(manifest.rowsAt(RowPlaces.AT_SERVER), "", SERVER, text);
    write(manifest.rowsAt(Manifest.IN_RESERVE), "", RESERVE, text);
    text.flush();
  }

  private static int[][] byClient(Manifest manifest) {
    int[] sizes = new int[manifest.clients().size()];
    for (int place : manifest.places()) {
      if (place >= 0) {
        sizes[place]++;
      }
    }
    int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    int[] filled = new int[rows.length];
    for (int row = 0; row < manifest.places().length; row++) {
      int client = manifest.places()[row];
      if (client >= 0) {
        rows[client][filled[client]++] = row;
      }
    }
    return rows;
  }

  private static void write(int[] rows, String client, String set, Writer text) throws IOException {
    for (int row : rows) {
      text.append(Integer.toString(row)).append(',').append(client).append(',').append(set).append('\n');
    }
  }

  private static String quoted(String name) {
    return name.matches("[\\w .()-]+") && name.equals(name.strip())
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }
}
