package org.archipelago.data.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.archipelago.core.ProgressListener;

/** How far the reading of a file has come: by its bytes as long as the number of rows is not known. */
final class Reading {

  private static final int ROWS_A_REPORT = 10_000;

  private final String file;
  private final long size;
  private final ProgressListener progress;
  private long bytes;

  /** @param size of the file in bytes; 0 if it is not known */
  Reading(String file, long size, ProgressListener progress) {
    this.file = file;
    this.size = size;
    this.progress = progress;
  }

  /** The same stream, counted. */
  InputStream counted(InputStream in) {
    bytes = 0;
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        bytes += one < 0 ? 0 : 1;
        return one;
      }

      @Override
      public int read(byte[] to, int at, int length) throws IOException {
        int some = super.read(to, at, length);
        bytes += Math.max(0, some);
        return some;
      }
    };
  }

  boolean isTimeToTell(int row) {
    return row % ROWS_A_REPORT == 0;
  }

  /** In the first pass. */
  void scanned(int rows) {
    progress.progress("Looking through " + file, size > 0 ? bytes : rows, size);
  }

  /** In the second pass. */
  void read(int rows, int all) {
    progress.progress("Reading " + file, rows, all);
  }

  /** How many rows the whole file probably has, where so many have been read; 0 if that can't be told. */
  long allRows(int rows) {
    return bytes == 0 ? 0 : (long) ((double) rows * size / bytes);
  }
}
