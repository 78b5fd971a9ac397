package org.archipelago.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** A format that has one row after another. */
interface Rows {

  /** What is done with a file's contents, in their order. */
  interface Sink {

    void header(List<String> names);

    /**
     * What the file itself says of its columns, after the header and before the rows.
     *
     * @param texts names of columns of texts
     * @param numbers names of columns of numbers
     */
    default void types(Set<String> texts, Set<String> numbers) {}

    /**
     * @param cells the row's cell in each column, from 0
     * @param line the line of the file that the row ends in, from 1
     */
    void row(IntFunction<String> cells, int line);
  }

  /**
   * Goes through a file once.
   *
   * @throws org.archipelago.core.InvalidInputException naming file and line of the first thing that is wrong
   * @throws java.nio.charset.CharacterCodingException if it is not of the encoding
   */
  void read(InputStream in, Sink sink) throws IOException;

  /** The file's text. */
  TextInput input();

  /** Whether numbers have a comma where others have a point; known once the reading has begun. */
  boolean decimalComma();

  /** How the file was read, for people to see and change. */
  FileFormat found();

  /** What a report must say of how it was read. */
  List<String> notes();
}
