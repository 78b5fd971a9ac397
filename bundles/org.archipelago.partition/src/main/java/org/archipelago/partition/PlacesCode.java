package org.archipelago.partition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.archipelago.data.RowPlaces;

/**
 * The places of all rows as a short text: one number a row (0 nowhere, 1 held out, 2 at the server, 3 in the reserve, and
 * 4 + the client's index), each as a LEB128 number of one byte or more, all of it deflated (zlib, RFC 1950) and in Base64.
 */
final class PlacesCode {

  private static final int FIRST_CLIENT = 4;
  private static final int LONGEST = 5;
  private static final int[] OTHERS = {
    RowPlaces.NOWHERE, RowPlaces.HELD_OUT, RowPlaces.AT_SERVER, Manifest.IN_RESERVE
  };

  private PlacesCode() {}

  static String write(int[] places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int place : places) {
        int left = code(place);
        while (left > 0x7F) {
          out.write(left & 0x7F | 0x80);
          left >>>= 7;
        }
        out.write(left);
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static int code(int place) {
    for (int code = 0; code < OTHERS.length; code++) {
      if (OTHERS[code] == place) {
        return code;
      }
    }
    return FIRST_CLIENT + place;
  }

  /**
   * @param rows how many there should be
   * @param clients likewise
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static int[] read(String text, int rows, int clients) {
    byte[] codes = inflate(Base64.getDecoder().decode(text), (long) LONGEST * rows);
    int length = codes.length;
    if (length < rows) {
      throw new IllegalArgumentException("'places' ends after %,d of %,d rows".formatted(length, rows));
    }
    int[] places = new int[rows];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      long code = 0;
      int shift = 0;
      boolean more = true;
      while (more) {
        if (at == length) {
          throw new IllegalArgumentException("'places' ends after %,d of %,d rows".formatted(row, rows));
        }
        code |= (codes[at] & 0x7FL) << shift;
        shift += 7;
        more = codes[at++] < 0 && shift < 7 * LONGEST;
      }
      places[row] = place(code, row, clients);
    }
    if (at < length) {
      throw new IllegalArgumentException("'places' has more than %,d rows".formatted(rows));
    }
    return places;
  }

  private static int place(long code, int row, int clients) {
    if (code < FIRST_CLIENT) {
      return OTHERS[(int) code];
    }
    if (code - FIRST_CLIENT >= clients) {
      throw new IllegalArgumentException(
          "'places' has row %,d at client %,d of %,d".formatted(row, code - FIRST_CLIENT + 1, clients));
    }
    return (int) (code - FIRST_CLIENT);
  }

  /** @param most bytes that are more than enough */
  private static byte[] inflate(byte[] deflated, long most) {
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      int more = inflater.inflate(some);
      while (more > 0 && codes.size() <= most) {
        codes.write(some, 0, more);
        more = inflater.inflate(some);
      }
      if (!inflater.finished() && codes.size() <= most) {
        throw new IllegalArgumentException("'places' is cut off");
      }
      return codes.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("'places' can't be decompressed");
    } finally {
      inflater.end();
    }
  }
}
