package org.archipelago.data;

import java.util.List;
import org.archipelago.core.Task;

/**
 * The encoded target column.
 *
 * @param task what is learned
 * @param values one a row of the table: class index, or number after any transformation; NaN where
 *     missing; for tagging the type of span that the row has most of
 * @param strata what the values of a class or type of span are called, no span being a type, too; empty for
 *     numbers
 * @param tags for tagging, for each row the index of every word's tag; empty otherwise
 * @param notes sentences for the report
 */
record Target(Task task, double[] values, List<String> strata, int[][] tags, List<String> notes) {

  /** A class, or a number, a row. */
  Target(Task task, double[] values) {
    this(task, values, task.classes(), new int[0][], List.of());
  }

  boolean isNumber() {
    return task.kind() == Task.Kind.REGRESSION;
  }

  boolean isTagging() {
    return task.kind() == Task.Kind.TAGGING;
  }
}
