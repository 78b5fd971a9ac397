package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.archipelago.partition.Draft;

/**
 * One of the things that together bound the matrix, and of which a conflict is said to be made.
 *
 * @param text as it stands in a sentence
 * @param narrow narrows the bounds
 */
record Requirement(String text, Consumer<Limits> narrow) {

  /** Above so many clients with locks, these are one requirement, since each costs a solution to try. */
  private static final int LOCKED_CLIENTS = 20;

  /** The bounds that all of these leave. */
  static Limits limits(Draft draft, List<Requirement> requirements) {
    int[] totals = new int[draft.data().classes().size()];
    for (int label : draft.data().labels()) {
      totals[label]++;
    }
    Limits limits = new Limits(draft.clients().size() + 1, totals);
    requirements.forEach(requirement -> requirement.narrow().accept(limits));
    return limits;
  }

  /** All of a draft and its goals but the goal for a figure: the goals, the reserve, a row for everyone, the locks. */
  static List<Requirement> of(Draft draft, Goals goals) {
    List<Requirement> requirements = new ArrayList<>();
    for (Goal goal : goals.all()) {
      if (goal instanceof Goal.Size size) {
        requirements.add(new Requirement(goal.text(), limits -> narrow(draft, size, limits)));
      } else if (goal instanceof Goal.Count count) {
        requirements.add(new Requirement(goal.text(), limits -> narrow(draft, count, limits)));
      }
    }
    requirements.add(reserve(draft, goals.reserve()));
    requirements.add(
        new Requirement(
            "every client has a row",
            limits -> clients(draft).forEach(client -> limits.boundSize(client, 1, Integer.MAX_VALUE))));
    requirements.addAll(locks(draft));
    return requirements;
  }

  private static IntStream clients(Draft draft) {
    return IntStream.range(0, draft.clients().size());
  }

  private static IntStream clients(Draft draft, List<String> names) {
    return names.isEmpty() ? clients(draft) : names.stream().mapToInt(draft.clients()::indexOf);
  }

  private static void narrow(Draft draft, Goal.Size size, Limits limits) {
    clients(draft, size.clients()).forEach(client -> limits.boundSize(client, size.least(), size.most()));
  }

  private static void narrow(Draft draft, Goal.Count count, Limits limits) {
    int label = draft.data().classes().indexOf(count.label());
    clients(draft, count.clients())
        .forEach(client -> limits.bound(client, label, count.least(), count.most()));
  }

  private static Requirement reserve(Draft draft, Goal.ReserveUse use) {
    int[] reserve = draft.reserve();
    int rows = IntStream.of(reserve).sum();
    int holder = draft.clients().size();
    return switch (use) {
      case FREE -> new Requirement("reserve free", limits -> {});
      case EMPTY -> new Requirement("all rows are dealt", limits -> limits.boundSize(holder, 0, 0));
      case KEPT ->
          new Requirement(
              rows == 0 ? "all rows are dealt" : "the reserve keeps its %,d rows".formatted(rows),
              limits -> {
                for (int label = 0; label < reserve.length; label++) {
                  limits.bound(holder, label, reserve[label], reserve[label]);
                }
              });
    };
  }

  private static List<Requirement> locks(Draft draft) {
    int[][] counts = draft.counts();
    int[] locked = clients(draft).filter(client -> hasLock(draft, client)).toArray();
    if (locked.length > LOCKED_CLIENTS) {
      return List.of(
          new Requirement(
              "the locked cells of %,d clients".formatted(locked.length),
              limits -> IntStream.of(locked).forEach(client -> lock(draft, client, counts[client], limits))));
    }
    return IntStream.of(locked)
        .mapToObj(
            client ->
                new Requirement(
                    "the locked cells of " + GoalText.name(draft.clients().get(client)),
                    limits -> lock(draft, client, counts[client], limits)))
        .toList();
  }

  private static boolean hasLock(Draft draft, int client) {
    return IntStream.range(0, draft.data().classes().size()).anyMatch(label -> draft.isLocked(client, label));
  }

  private static void lock(Draft draft, int client, int[] counts, Limits limits) {
    for (int label = 0; label < counts.length; label++) {
      if (draft.isLocked(client, label)) {
        limits.bound(client, label, counts[label], counts[label]);
      }
    }
  }
}
