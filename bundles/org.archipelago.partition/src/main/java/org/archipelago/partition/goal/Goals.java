package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.partition.Draft;

/**
 * What a partition is to be like. Where nothing is said of the reserve it is kept, where nothing is said of a client it
 * has at least one row, and locked cells of a draft stay as they are.
 */
public record Goals(List<Goal> all) {

  public static final Goals NONE = new Goals(List.of());

  public Goals {
    all = List.copyOf(all);
  }

  /** @throws InvalidInputException for all texts that are no goal */
  public static Goals parse(List<String> texts) {
    List<Goal> goals = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String text : texts) {
      try {
        goals.add(GoalText.parse(text));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Goals(goals);
  }

  /** One text a goal, which {@link #parse} reads. */
  public List<String> texts() {
    return all.stream().map(Goal::text).toList();
  }

  /** What an edit is called that brings a partition to them, in English. */
  public String editName() {
    return "Solve for " + String.join("; ", texts());
  }

  /** The goal that is no bound on rows. */
  public Optional<Goal.Figure> figure() {
    return all.stream().filter(Goal.Figure.class::isInstance).map(Goal.Figure.class::cast).findFirst();
  }

  Goal.ReserveUse reserve() {
    return all.stream()
        .filter(Goal.Reserve.class::isInstance)
        .map(goal -> ((Goal.Reserve) goal).use())
        .findFirst()
        .orElse(Goal.ReserveUse.KEPT);
  }

  /** What makes no sense of a draft, such as a client that it does not have. */
  public List<Problem> problems(Draft draft) {
    List<Problem> problems = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (Goal goal : all) {
      if (goal instanceof Goal.Count count && !draft.data().classes().contains(count.label())) {
        problems.add(
            problem(
                "'%s': there is no class '%s'. There are: %s."
                    .formatted(goal.text(), count.label(), String.join(", ", draft.data().classes()))));
      }
      for (String client : clients(goal)) {
        if (!draft.clients().contains(client) && unknown.add(client)) {
          problems.add(problem("'%s': there is no client '%s'.".formatted(goal.text(), client)));
        }
      }
    }
    if (all.stream().filter(Goal.Figure.class::isInstance).count() > 1) {
      problems.add(problem("Only one goal can be set for a figure, such as excess jsd.mean."));
    }
    if (all.stream().filter(Goal.Reserve.class::isInstance).count() > 1) {
      problems.add(problem("Only one goal can be set for the reserve."));
    }
    return problems;
  }

  private static List<String> clients(Goal goal) {
    if (goal instanceof Goal.Size size) {
      return size.clients();
    }
    return goal instanceof Goal.Count count ? count.clients() : List.of();
  }

  private static Problem problem(String message) {
    return Problem.atField("goal", message);
  }
}
