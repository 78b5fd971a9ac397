package org.archipelago.core;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the user gave cannot be used; carries at least one {@link Problem} that says why. */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(List<Problem> problems) {
    super(lines(problems, Problem::toString));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an invalid input needs a problem");
    }
    this.problems = List.copyOf(problems);
  }

  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  private static String lines(List<Problem> problems, Function<Problem, String> line) {
    return problems.stream().map(line).collect(Collectors.joining(System.lineSeparator()));
  }

  @Override
  public String getLocalizedMessage() {
    return lines(problems, Problem::toLocalizedString);
  }

  /** Everything found wrong, in the order it was found. */
  public List<Problem> problems() {
    return problems;
  }
}
