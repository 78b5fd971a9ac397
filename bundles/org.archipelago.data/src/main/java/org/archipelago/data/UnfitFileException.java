package org.archipelago.data;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * A file can be read but does not fit a schema: its problems are for whoever holds it, its misfits for
 * others.
 */
public final class UnfitFileException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final transient List<Misfit> misfits;

  private UnfitFileException(List<Problem> problems, List<Misfit> misfits) {
    super(problems);
    this.misfits = List.copyOf(misfits);
  }

  UnfitFileException(Misfit misfit, Problem problem) {
    this(List.of(problem), List.of(misfit));
  }

  /** In the order they were found, at least one. */
  public List<Misfit> misfits() {
    return misfits;
  }

  /** Gathers all that is wrong with a file. */
  static final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();

    void add(Misfit misfit, Problem problem) {
      misfits.add(misfit);
      problems.add(problem);
    }

    void throwIfAny() {
      if (!problems.isEmpty()) {
        throw new UnfitFileException(problems, misfits);
      }
    }
  }
}
