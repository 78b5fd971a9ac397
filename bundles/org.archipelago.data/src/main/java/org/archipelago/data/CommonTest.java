package org.archipelago.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.table.Table;

/**
 * The common hold-out: drawn from the rows that clients have the others of, or all of a source of its own.
 *
 * @param source where its rows are, as the experiment names it
 * @param lines in which they end there
 * @param notes sentences for the report
 * @param ownHash hash of a source of its own
 */
record CommonTest(
    Examples rows, String source, List<Integer> lines, List<String> notes, Optional<String> ownHash) {

  /** Rows of the table that clients have the others of. */
  static CommonTest drawn(DataSource source, Table table, int[] drawn, Examples rows) {
    List<Integer> lines = IntStream.of(drawn).mapToObj(table::line).toList();
    return new CommonTest(rows, source.name(), lines, List.of(), Optional.empty());
  }

  /**
   * All rows of a source, as the schema encodes them.
   *
   * @throws InvalidInputException if it can't be read, or does not fit the schema; the message names the column
   */
  static CommonTest read(DataSource source, Schema schema, ProgressListener progress) {
    Table table = source.read(SchemaEncoder.expected(schema), progress);
    EncodedRows rows = SchemaEncoder.encode(table, schema);
    List<String> notes =
        rows.notes().stream().map(note -> "Hold-out %s: %s".formatted(source.name(), note)).toList();
    return new CommonTest(
        rows.examples(), source.name(), rows.lines(), notes, Optional.of(table.sha256()));
  }

  /** The hash of all data, given that of the rows that clients have. */
  String hashWith(String ofClients) {
    return ownHash.map(own -> sha256(ofClients + "\n" + own + "\n")).orElse(ofClients);
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
