package org.archipelago.partition.goal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.partition.Draft;
import org.archipelago.partition.KeptTogether;

/**
 * Finds a partition that meets goals and is otherwise like a draft, or says which goals conflict. The bounds on rows are
 * a flow from classes to clients, feasible or not by a linear program; the figure is sought on the lines from the most
 * even matrix that the bounds allow over the one most like the draft to the most skewed that is found. The same draft,
 * goals and seed give the same partition.
 */
public final class Solver {

  private final Draft draft;
  private final Goals goals;
  private final Seed seed;
  private final ProgressListener progress;
  private final RunControl control;
  private Optional<int[][]> best = Optional.empty();

  private Solver(Draft draft, Goals goals, Seed seed, ProgressListener progress, RunControl control) {
    this.draft = draft;
    this.goals = goals;
    this.seed = seed;
    this.progress = progress;
    this.control = control;
  }

  /**
   * @param control stops it; the best so far is given then
   * @throws InvalidInputException if a goal names a client or class that the draft does not have
   */
  public static Solution solve(
      Draft draft, Goals goals, Seed seed, ProgressListener progress, RunControl control) {
    List<Problem> problems = goals.problems(draft);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Solver solver = new Solver(draft, goals, seed, progress, control);
    try {
      return solver.solve();
    } catch (RunControl.StoppedException e) {
      return solver.stopped();
    }
  }

  private Solution solve() {
    List<Requirement> requirements = Requirement.of(draft, goals);
    Limits limits = Requirement.limits(draft, requirements);
    progress.progress("Looking whether the goals can be met together", 0, 0);
    if (!Feasibility.isFeasible(limits, control)) {
      Conflict conflict = new Conflict(draft, progress, control);
      List<Requirement> conflicting = conflict.among(requirements);
      return new Solution(
          Solution.Outcome.CONFLICT,
          Optional.empty(),
          conflict.sentence(conflicting),
          conflicting.stream().map(Requirement::text).toList());
    }
    Matrices matrices = new Matrices(draft, limits, seed, progress, control);
    best = Optional.of(matrices.likeTheDraft());
    Optional<Aim> aim = goals.figure().map(figure -> reach(figure, limits, matrices));
    return draft.data().groupOfRow().isPresent() ? keptTogether(requirements, aim) : told(drawn(), aim);
  }

  /** Groups stay whole, which may cost goals that single rows would meet. */
  private Solution keptTogether(List<Requirement> requirements, Optional<Aim> aim) {
    Draft found;
    try {
      found = drawn();
    } catch (InvalidInputException e) {
      String said = e.problems().get(0).message();
      return new Solution(Solution.Outcome.CONFLICT, Optional.empty(), said, List.of());
    }
    int[][] counts = Matrices.counts(found);
    String missed =
        requirements.stream()
            .filter(requirement -> !Requirement.limits(draft, List.of(requirement)).allow(counts))
            .map(requirement -> "'" + requirement.text() + "'")
            .collect(Collectors.joining(", "));
    return missed.isEmpty()
        ? told(found, aim)
        : new Solution(
            Solution.Outcome.FIGURE_MISSED,
            Optional.of(found),
            "Groups of rows are kept together, so that these goals are met only nearly: %s.".formatted(missed),
            List.of());
  }

  private Aim reach(Goal.Figure figure, Limits limits, Matrices matrices) {
    progress.progress("Measuring what chance gives", 0, 0);
    Aim aim = new Aim(figure, best.orElseThrow(), seed, control);
    Search search = new Search(limits, aim, matrices, seed, progress, control);
    search.run(best.orElseThrow(), better -> best = Optional.of(better));
    return aim;
  }

  /** A partition that is within all bounds, with what there is to say of its figure. */
  private static Solution told(Draft found, Optional<Aim> aim) {
    if (aim.isEmpty()) {
      return new Solution(Solution.Outcome.MET, Optional.of(found), "All goals are met.", List.of());
    }
    Goal.Figure figure = aim.get().goal();
    double value = aim.get().value(Matrices.counts(found));
    String reached = String.format(Locale.ROOT, "%.3f", aim.get().asGoal(value));
    return aim.get().isMet(value)
        ? new Solution(
            Solution.Outcome.MET,
            Optional.of(found),
            "All goals are met: %s is %s.".formatted(figure.id(), reached),
            List.of())
        : new Solution(
            Solution.Outcome.FIGURE_MISSED,
            Optional.of(found),
            "The goal '%s' conflicts with the others: the nearest partition that was found has %s."
                .formatted(figure.text(), reached),
            List.of());
  }

  private Solution stopped() {
    Optional<Draft> found = bestSoFar();
    return new Solution(
        Solution.Outcome.STOPPED,
        found,
        found.isPresent()
            ? "Stopped: the best partition so far meets all goals but perhaps that for a figure."
            : "Stopped before a partition was found.",
        List.of());
  }

  private Optional<Draft> bestSoFar() {
    try {
      return best.map(matrix -> drawn());
    } catch (InvalidInputException groupsInTheWay) {
      return Optional.empty();
    }
  }

  /**
   * The rows of the best so far, groups whole.
   *
   * @throws InvalidInputException if that would move rows of locked cells
   */
  private Draft drawn() {
    return KeptTogether.mend(
        draft, RowDraw.draw(draft, best.orElseThrow(), seed.stream("solver-rows")));
  }
}
