package org.archipelago.data.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A hash of a table that no file was read for. */
final class TableHash {

  private TableHash() {}

  /** SHA-256 of the columns' names and values, hexadecimal. */
  static String of(List<? extends Column> columns) {
    MessageDigest digest = sha256();
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES);
    for (Column column : columns) {
      digest.update((column.name() + "\n").getBytes(StandardCharsets.UTF_8));
      for (int row = 0; row < column.rows(); row++) {
        if (column instanceof NumericColumn numbers) {
          digest.update(bits.putDouble(0, numbers.value(row)).array());
        } else {
          digest.update((column.text(row) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
