package org.archipelago.data;

import java.util.List;
import org.archipelago.core.Examples;

/**
 * A file's rows as a schema encodes them.
 *
 * @param examples at least one row
 * @param notes what was left out or could not be told apart, in sentences for whoever gave the file
 */
public record EncodedRows(Examples examples, List<String> notes) {

  public EncodedRows {
    notes = List.copyOf(notes);
  }
}
