package org.archipelago.store.experiment;

/**
 * A field of an experiment file that is given anew on the command line.
 *
 * @param option the option as the user wrote it, such as {@code --set training.rounds=5}
 * @param assignment {@code path=value}; the value is a YAML scalar, {@code [list]} or {@code {map}}
 */
public record ExperimentOverride(String option, String assignment) {

  /** From {@code --set path=value}. Whether it can be applied is found when the file is read. */
  public static ExperimentOverride set(String assignment) {
    return new ExperimentOverride("--set " + assignment, assignment);
  }

  /** From {@code --seed value}. */
  public static ExperimentOverride seed(String value) {
    return new ExperimentOverride("--seed " + value, "seed=" + value);
  }
}
