package org.archipelago.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where every row of a table went, a number a row, and the hash by which records tell partitions apart. */
public final class RowPlaces {

  /** In the common hold-out. */
  public static final int HELD_OUT = -1;

  /** At no client, nor anywhere else. */
  public static final int NOWHERE = -2;

  /** At the server. */
  public static final int AT_SERVER = -3;

  private RowPlaces() {}

  /** Of a row that a client trains on. */
  static int trainedOn(int client) {
    return 2 * client;
  }

  /** Of a row that a client keeps back. */
  static int keptBack(int client) {
    return 2 * client + 1;
  }

  /**
   * The hash of a partition none of whose clients keeps rows back.
   *
   * @param clientOfRow for every row its client's index, or one of the other places
   */
  public static String hash(int[] clientOfRow) {
    return hashOf(Arrays.stream(clientOfRow).map(place -> place < 0 ? place : trainedOn(place)).toArray());
  }

  /** SHA-256 over the places, four bytes each, big-endian; hexadecimal. */
  static String hashOf(int[] places) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * places.length);
    Arrays.stream(places).forEach(bytes::putInt);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
