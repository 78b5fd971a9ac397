package org.archipelago.data;

import java.util.List;
import org.archipelago.core.Examples;

/**
 * A file's rows as a schema encodes them.
 *
 * @param examples at least one row
 * @param lines of the file, from 1, in which they end; of images their numbers
 * @param notes what was left out or could not be told apart, in sentences for whoever gave the file
 */
public record EncodedRows(Examples examples, List<Integer> lines, List<String> notes) {

  public EncodedRows {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }
}
