package org.archipelago.core;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave cannot be used; carries at least one {@link Problem} that says why. */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an invalid input needs a problem");
    }
    this.problems = List.copyOf(problems);
  }

  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /** Everything found wrong, in the order it was found. */
  public List<Problem> problems() {
    return problems;
  }
}
