package org.archipelago.data.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops where a row does not end, as after a quote that is never closed, before it fills the memory. */
final class LimitedReader extends FilterReader {

  private static final long LONGEST_ROW = 1 << 25;

  private long read;

  LimitedReader(Reader in) {
    super(in);
  }

  /** A row has ended. */
  void rowEnded() {
    read = 0;
  }

  @Override
  public int read(char[] to, int at, int length) throws IOException {
    int some = super.read(to, at, length);
    count(some);
    return some;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(1);
    return one;
  }

  private void count(int some) throws IOException {
    read += some;
    if (read > LONGEST_ROW) {
      throw new TooLongException();
    }
  }

  /** A row has no end. */
  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private TooLongException() {
      super("a row goes on for more than 33 million characters, as after a quote that is never closed");
    }
  }
}
