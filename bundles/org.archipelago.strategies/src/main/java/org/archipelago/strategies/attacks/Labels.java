package org.archipelago.strategies.attacks;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Spelling;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;

/** False labels: those of one class become another's, or of L classes the l-th becomes the (L − 1 − l)-th. */
final class Labels {

  private static final String FROM_CLASS = "fromClass";
  private static final String TO_CLASS = "toClass";

  /** The false label of each. */
  private final float[] flipped;

  private Labels(float[] flipped) {
    this.flipped = flipped;
  }

  /** Which labels are flipped. */
  static List<ParameterDescriptor> parameters() {
    return List.of(
        ParameterDescriptor.text(
                FROM_CLASS,
                "Class whose rows are given another label; leave it out to mirror all labels, first to last.")
            .withSource("Tolpegin et al. 2020")
            .optional(),
        ParameterDescriptor.text(TO_CLASS, "Label that the rows of fromClass are given.")
            .withSource("Tolpegin et al. 2020")
            .optional());
  }

  /** What is wrong with values of {@link #parameters}. */
  static List<Problem> check(ParameterValues values) {
    List<Problem> problems = new ArrayList<>();
    if (values.has(FROM_CLASS) != values.has(TO_CLASS)) {
      String missing = values.has(FROM_CLASS) ? TO_CLASS : FROM_CLASS;
      problems.add(
          Problem.atField(
              "attack." + missing,
              "'%s' is missing: give fromClass and toClass, or neither to mirror all labels.".formatted(missing)));
    }
    return problems;
  }

  /** @throws InvalidInputException if the task has no classes, or none of such a name */
  static Labels of(ParameterValues values, Task task) {
    if (task.kind() == Task.Kind.REGRESSION) {
      throw new InvalidInputException(
          Problem.atField(
              "attack.id",
              "The target '%s' is a number, and has no labels to flip: choose another attack, or a target of classes."
                  .formatted(task.target())));
    }
    int classes = task.classes().size();
    float[] flipped = new float[classes];
    for (int label = 0; label < classes; label++) {
      flipped[label] = values.has(FROM_CLASS) ? label : classes - 1 - label;
    }
    if (values.has(FROM_CLASS)) {
      flipped[index(FROM_CLASS, values, task)] = index(TO_CLASS, values, task);
    }
    return new Labels(flipped);
  }

  private static int index(String field, ParameterValues values, Task task) {
    String label = values.text(field);
    int index = task.classes().indexOf(label);
    if (index < 0) {
      throw new InvalidInputException(
          Problem.atField(
              "attack." + field,
              "The target '%s' has no class '%s'; it has %s.%s"
                  .formatted(
                      task.target(),
                      label,
                      Spelling.nearestFirst(label, task.classes()),
                      Spelling.didYouMean(label, task.classes()))));
    }
    return index;
  }

  /** The same rows with false labels. */
  Examples flip(Examples own) {
    float[] targets = own.targets().clone();
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] != Examples.NONE) {
        targets[i] = flipped[(int) targets[i]];
      }
    }
    return new Examples(own.columns(), own.features(), own.width(), targets, own.weights());
  }
}
