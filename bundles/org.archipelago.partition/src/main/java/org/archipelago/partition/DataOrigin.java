package org.archipelago.partition;

import java.util.List;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterValues;

/**
 * The data that a partition was made of, as it was then.
 *
 * @param options the section {@code data} that it was read by
 * @param seed that the hold-out was drawn by
 * @param task what was learned
 * @param hash SHA-256 of the source as read, hexadecimal
 * @param tableRows all rows of the table
 * @param target name of the target
 * @param classes names of the classes, or of the tenths of a numeric target
 * @param dealt rows of every class that were there to deal
 */
public record DataOrigin(
    ParameterValues options,
    Seed seed,
    Task.Kind task,
    String hash,
    int tableRows,
    String target,
    List<String> classes,
    List<Integer> dealt) {

  public DataOrigin {
    classes = List.copyOf(classes);
    dealt = List.copyOf(dealt);
  }

  /** The source as the section names it. */
  public String source() {
    return options.text("source");
  }
}
