package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * What to test.
 *
 * @param request the experiment
 * @param from learning rate of the first step, above 0
 * @param to learning rate of the last step, above {@code from}
 * @param steps how many, {@value #FEWEST_STEPS} to {@value #MOST_STEPS}
 */
public record LearningRateRequest(RunRequest request, double from, double to, int steps) {

  /** From hardly any change to certain divergence, for whatever optimiser. */
  public static final double FROM = 1e-6;

  public static final double TO = 10;
  public static final int STEPS = 200;
  public static final int FEWEST_STEPS = 20;
  public static final int MOST_STEPS = 100_000;

  private static final double SMALLEST = 1e-12;
  private static final double LARGEST = 1e6;

  /** @throws InvalidInputException naming {@code from}, {@code to} or {@code steps} */
  public LearningRateRequest {
    List<Problem> problems = new ArrayList<>();
    if (!(from >= SMALLEST && from < LARGEST)) {
      problems.add(
          Problem.atField(
              "from", "Found %s; a number from 1e-12 to 1e6 is allowed, such as 1e-6.".formatted(from)));
    }
    if (!(to > from && to <= LARGEST)) {
      problems.add(
          Problem.atField(
              "to",
              "Found %s; a number above the first learning rate, %s, and at most 1e6 is allowed."
                  .formatted(to, from)));
    }
    if (steps < FEWEST_STEPS || steps > MOST_STEPS) {
      problems.add(
          Problem.atField(
              "steps",
              String.format(
                  Locale.ROOT, "Found %d; %d to %,d are allowed.", steps, FEWEST_STEPS, MOST_STEPS)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** The usual range. */
  public LearningRateRequest(RunRequest request) {
    this(request, FROM, TO, STEPS);
  }

  /** The learning rate of a step, from 0: equal factors from one to the next. */
  double rate(int step) {
    return from * Math.pow(to / from, (double) step / (steps - 1));
  }
}
