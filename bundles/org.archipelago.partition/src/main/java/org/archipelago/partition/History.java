package org.archipelago.partition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Seed;

/**
 * A draft with what was done to it, undone and redone. The latest step can always be undone; the earliest are forgotten
 * once their differences take more than so much memory. Not thread-safe.
 */
public final class History {

  private static final long MOST_BYTES = 64L << 20;

  /**
   * @param forgets whether what was done by hand before is gone with it
   * @param from number of the state before it
   * @param to number of the state after it
   */
  private record Step(
      String name, Optional<Dealing> dealing, boolean forgets, Difference difference, long from, long to) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final long mostBytes;
  private Draft current;
  private Recipe begun;
  private long bytes;
  private long states;
  private long state;
  private long saved;

  /** A draft that came about so, and counts as saved. */
  public History(Draft start, Recipe recipe) {
    this(start, recipe, MOST_BYTES);
  }

  /** A draft of which it is not known how it came about. */
  public History(Draft start) {
    this(start, Recipe.UNKNOWN);
  }

  History(Draft start, Recipe recipe, long mostBytes) {
    current = start;
    begun = recipe;
    this.mostBytes = mostBytes;
  }

  public Draft current() {
    return current;
  }

  /**
   * Does it; what was undone before can't be redone any more. Nothing happens where the draft stays as it is.
   *
   * @throws org.archipelago.core.InvalidInputException if it can't be done; everything is as before then
   */
  public void perform(Edit edit) {
    Draft before = current;
    Draft after = KeptTogether.mend(before, edit.apply(before, seed().stream("edit", (int) states)));
    if (after.equals(before) && edit.dealing().isEmpty()) {
      return;
    }
    undone.forEach(step -> bytes -= step.difference().bytes());
    undone.clear();
    states++;
    Step step =
        new Step(
            edit.name(before),
            edit.dealing(),
            edit.dealing().isPresent() && !before.hasLocks(),
            Difference.between(before, after),
            state,
            states);
    done.addLast(step);
    bytes += step.difference().bytes();
    current = after;
    state = step.to();
    forgetEarliest();
  }

  /** That of the latest rule. */
  private Seed seed() {
    return done.stream()
        .flatMap(step -> step.dealing().stream())
        .reduce((earlier, later) -> later)
        .or(begun::dealing)
        .map(Dealing::seed)
        .orElse(new Seed(0));
  }

  private void forgetEarliest() {
    while (bytes > mostBytes && done.size() > 1) {
      Step earliest = done.removeFirst();
      bytes -= earliest.difference().bytes();
      begun = after(begun, earliest);
    }
  }

  /** What the next {@link #undo} takes back; nothing where there is nothing to undo. */
  public Optional<String> undoName() {
    return Optional.ofNullable(done.peekLast()).map(Step::name);
  }

  /** What the next {@link #redo} does again; nothing where nothing was undone. */
  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peekLast()).map(Step::name);
  }

  /** Takes the latest step back, if there is one. */
  public void undo() {
    if (!done.isEmpty()) {
      Step step = done.removeLast();
      undone.addLast(step);
      current = step.difference().undo(current);
      state = step.from();
    }
  }

  /** Does again what was undone last, if anything was. */
  public void redo() {
    if (!undone.isEmpty()) {
      Step step = undone.removeLast();
      done.addLast(step);
      current = step.difference().redo(current);
      state = step.to();
    }
  }

  /** Whether the draft is another than when it was saved, or begun. */
  public boolean isChangedSinceSaved() {
    return state != saved;
  }

  public void markSaved() {
    saved = state;
  }

  /** How the current draft came about. */
  public Recipe recipe() {
    Optional<Dealing> dealing = begun.dealing();
    List<String> byHand = new ArrayList<>(begun.byHand());
    for (Step step : done) {
      dealing = step.dealing().isPresent() ? step.dealing() : dealing;
      add(step, byHand);
    }
    return new Recipe(dealing, byHand);
  }

  private static Recipe after(Recipe recipe, Step step) {
    List<String> byHand = new ArrayList<>(recipe.byHand());
    add(step, byHand);
    return new Recipe(step.dealing().or(recipe::dealing), byHand);
  }

  private static void add(Step step, List<String> byHand) {
    if (step.forgets()) {
      byHand.clear();
    } else {
      byHand.add(step.name());
    }
  }
}
