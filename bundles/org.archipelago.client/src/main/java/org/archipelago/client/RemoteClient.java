package org.archipelago.client;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.EncodedRows;
import org.archipelago.data.SchemaEncoder;
import org.archipelago.data.UnfitFileException;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.FormatOptions;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.ModelParameters;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.SessionMessage;
import org.archipelago.protocol.TaskMessage;

/**
 * One participant of one session: learns what the session is about, encodes its file, joins, and trains
 * whenever it is asked to, until the session is over. What it sends is its name, its number of rows, and
 * updates with the figures in {@link org.archipelago.protocol.UpdateFigures}, or, of a file that does not
 * fit, a {@link org.archipelago.protocol.MisfitMessage}; never a row.
 */
public final class RemoteClient {

  private static final Set<Code> NOTHING_TO_COME_BACK_TO =
      EnumSet.of(
          Code.CLOSED, Code.OTHER_SESSION, Code.UNKNOWN_INVITATION, Code.USED_INVITATION, Code.RUN_BEGUN);
  private static final long QUICK_NANOS = 100_000_000;

  private final ClientOptions options;
  private final Catalog catalog;
  private final ClientListener listener;
  private final Membership membership;
  private final Coordinator coordinator;
  private volatile boolean joining;

  /** @param catalog knows the models and optimisers of this program */
  public RemoteClient(ClientOptions options, Catalog catalog, ClientListener listener) {
    this.options = options;
    this.catalog = catalog;
    this.listener = listener;
    this.membership = Membership.of(options.invitation(), options.stateFolder());
    this.coordinator =
        new Coordinator(options.invitation(), membership.token(), options.retries(), listener);
  }

  /**
   * Holds the file against the session, without joining and without telling it anything of the file.
   *
   * @throws InvalidInputException if the file can't be read or does not fit the session
   * @throws RefusedException if the session says no
   * @throws UnreachableException if it does not answer
   */
  public void check() {
    prepare(coordinator.session(), false);
  }

  /**
   * Takes part until the end, on the calling thread; an interrupt ends it.
   *
   * @return how the session ended, for people
   * @throws UnfitFileException if the file does not fit the session, which is told so if that is wanted
   * @throws InvalidInputException if the file can't be read; the session has heard nothing of it then
   * @throws RefusedException if the session says no
   * @throws UnreachableException if it does not answer any more
   */
  public String run() {
    try {
      return takePart();
    } catch (RefusedException e) {
      if (NOTHING_TO_COME_BACK_TO.contains(e.code())) {
        membership.forget();
      }
      throw e;
    }
  }

  private String takePart() {
    LocalClient local = prepare(coordinator.session(), options.tellMisfit());
    if (!membership.keep()) {
      listener.warning(
          "%s can't be written, so this program can't come back if it is ended."
              .formatted(membership.file()));
    }
    joining = true;
    listener.joined(coordinator.join(options.name(), local.rows()).name());
    while (true) {
      long asked = System.nanoTime();
      TaskMessage task = coordinator.task();
      switch (task.kind()) {
        case END -> {
          membership.forget();
          return task.message();
        }
        case TRAIN -> {
          Optional<PrivacyStatus> over = local.exceeded();
          if (over.isPresent()) {
            leave();
            return overBudget(over.get());
          }
          train(local, task);
        }
        case WAIT -> pauseIfQuick(asked);
      }
    }
  }

  private String overBudget(PrivacyStatus next) {
    double budget = next.budget().orElseThrow();
    boolean own = options.maxEpsilon().isPresent() && options.maxEpsilon().getAsDouble() == budget;
    return String.format(
        Locale.ROOT,
        "Another round would raise ε of your rows to %.3f, over %s of %s, so you left. The run goes on without you.",
        next.epsilon(),
        own ? "your limit" : "the session's budget",
        BigDecimal.valueOf(budget).stripTrailingZeros().toPlainString());
  }

  private LocalClient prepare(SessionMessage session, boolean tellMisfit) {
    try {
      FileFormat format = FormatOptions.change(session.schema().format(), options.format());
      EncodedRows encoded =
          SchemaEncoder.encode(options.data(), session.schema(), format, ProgressListener.NONE);
      LocalClient local = 
          new LocalClient(
              session, encoded.examples(), catalog, membership.account(), options.maxEpsilon());
      listener.ready(session, local.rows(), encoded.notes(), local.parameters(), local.spent());
      return local;
    } catch (UnfitFileException e) {
      if (tellMisfit) {
        tell(e);
      }
      throw e;
    }
  }

  private void tell(UnfitFileException unfit) {
    try {
      listener.toldOfMisfit(coordinator.misfit(unfit.misfits()));
    } catch (IOException | RefusedException e) {
      // Whoever holds the file is told in any case.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An answer that came at once must not be asked for again and again. */
  private static void pauseIfQuick(long asked) {
    if (System.nanoTime() - asked < QUICK_NANOS) {
      Coordinator.pause(Duration.ofNanos(QUICK_NANOS));
    }
  }

  private void train(LocalClient local, TaskMessage task) {
    try {
      ModelParameters global = coordinator.model(task.task());
      LocalTerm term = coordinator.term(task, global);
      listener.training(task.round());
      RunControl control = new RunControl();
      LocalUpdate update;
      try (Heartbeat heartbeat = new Heartbeat(coordinator, task.task(), control)) {
        update = local.train(task, global, term, control);
      }
      coordinator.update(task.task(), update);
      listener.sent(update);
    } catch (RunControl.StoppedException e) {
      listener.missed(task.round(), "The round went on without this update: it took too long.");
    } catch (RefusedException e) {
      if (e.code() != Code.TOO_LATE && e.code() != Code.UNUSABLE) {
        throw e;
      }
      listener.missed(task.round(), e.getMessage());
    }
  }

  /**
   * Tells the session that this participant goes; the session goes on without it. Tries once.
   *
   * @return whether it was told; not if it had not been joined
   */
  public boolean leave() {
    if (!joining) {
      return false;
    }
    try {
      coordinator.leave();
      return true;
    } catch (IOException | RefusedException e) {
      // The session will notice the silence.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
