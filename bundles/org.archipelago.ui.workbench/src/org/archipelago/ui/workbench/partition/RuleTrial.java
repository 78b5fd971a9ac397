package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RandomStream;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Edit;
import org.archipelago.partition.Edits;
import org.eclipse.swt.widgets.Display;

/**
 * Deals by a rule in the background while its sliders move, and shows every result at once; once they rest, the last is
 * one step that can be undone.
 */
final class RuleTrial {

  private static final int REST_MILLIS = 450;

  private record Asked(Draft before, Edit edit) {}

  /** @param refusal why it can't be done; in place of a draft */
  private record Result(Asked asked, Optional<Draft> draft, Optional<InvalidInputException> refusal) {}

  /** The step whose draft has been dealt already, so that it is not dealt again while the window waits. */
  private record Dealt(Edit edit, Draft draft) implements Edit {

    @Override
    public String name(Draft before) {
      return edit.name(before);
    }

    @Override
    public Draft apply(Draft before, RandomStream random) {
      return draft;
    }

    @Override
    public Optional<Dealing> dealing() {
      return edit.dealing();
    }
  }

  private final Display display;
  private final StudioModel model;
  private final Consumer<String> refusals;
  private final NewestJob<Asked, Result> job;
  private final Runnable rest = this::rest;
  private Optional<Edit> moving = Optional.empty();
  private Optional<Result> latest = Optional.empty();

  /** @param refusals takes why a rule can't deal these rows */
  RuleTrial(Display display, StudioModel model, Consumer<String> refusals) {
    this.display = display;
    this.model = model;
    this.refusals = refusals;
    job = new NewestJob<>(StudioMessages.job_rule, display, RuleTrial::deal, this::show);
  }

  /** @param more whether the slider may still be moving */
  void deal(Dealing dealing, boolean more) {
    Edit edit = Edits.deal(dealing, model.catalog());
    moving = Optional.of(edit);
    job.request(new Asked(model.current(), edit));
    display.timerExec(more ? REST_MILLIS : 0, rest);
  }

  /** Whether something is tried that is no step yet. */
  boolean isUnderWay() {
    return moving.isPresent();
  }

  private static void deal(Asked asked, Consumer<Result> results) {
    try {
      Draft dealt = asked.edit().apply(asked.before(), new RandomStream(0));
      results.accept(new Result(asked, Optional.of(dealt), Optional.empty()));
    } catch (InvalidInputException e) {
      results.accept(new Result(asked, Optional.empty(), Optional.of(e)));
    }
  }

  private void show(Result result) {
    latest = Optional.of(result);
    result.draft().ifPresent(draft -> {
      refusals.accept("");
      model.tryOut(draft);
    });
    result.refusal().ifPresent(why -> refusals.accept(why.getLocalizedMessage()));
  }

  /** Takes what is tried as a step, once it has been dealt. */
  private void rest() {
    if (!job.isIdle()) {
      display.timerExec(20, rest);
      return;
    }
    Optional<Draft> dealt =
        latest.filter(result -> moving.equals(Optional.of(result.asked().edit()))).flatMap(Result::draft);
    Optional<Edit> edit = moving;
    end();
    if (dealt.isPresent()) {
      model.perform(new Dealt(edit.orElseThrow(), dealt.get()));
    } else {
      model.endTrial();
    }
  }

  /** Forgets what is tried; before anything else is done. */
  void end() {
    moving = Optional.empty();
    job.forget();
  }
}
