package org.archipelago.data;

import org.archipelago.core.Task;

/**
 * The encoded target column.
 *
 * @param task what is learned
 * @param values one a row of the table: class index, or number after any transformation; NaN where
 *     missing
 */
record Target(Task task, double[] values) {

  boolean isClassification() {
    return task.kind() == Task.Kind.CLASSIFICATION;
  }
}
