package org.archipelago.ui.workbench.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.engine.Invitation;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionOptions;
import org.archipelago.engine.SessionService;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunService;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/** The workbench's session; there is at most one at a time. Parts get it as a service. Thread-safe. */
public final class Sessions {

  private final RunService runs;
  private final SessionOpener opener;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private SessionPhase phase = SessionPhase.NONE;
  private String experimentName = "";
  private String origin = "";
  private Session session;
  private RunModel run;
  private SessionChronicle chronicle = new SessionChronicle();

  /** @param service finds the service that opens sessions, if there is one */
  public Sessions(
      Workspace workspace, RunService runs, Supplier<Optional<SessionService>> service) {
    this.runs = runs;
    this.opener = new SessionOpener(workspace, service);
  }

  /**
   * Reads the experiment's data and opens a session for it. Takes as long as reading does, so it is
   * nothing for the UI thread.
   *
   * @param invitations how many to issue at once
   * @param progress may throw {@link OperationCanceledException}; nothing is open then
   * @throws InvalidInputException if address or port can't be listened on, with the field's name as path,
   *     or the experiment's data can't be used
   */
  void open(
      SessionRequest request, SessionOptions options, int invitations, ProgressListener progress)
      throws IOException {
    begin(request.experiment().name(), request.origin());
    try {
      opened(opener.open(request, options, this::changed, progress), invitations);
    } finally {
      if (phase() == SessionPhase.OPENING) {
        enter(SessionPhase.NONE);
      }
    }
  }

  private void begin(String name, String from) {
    synchronized (this) {
      if (phase != SessionPhase.NONE) {
        throw new IllegalStateException("a session is open");
      }
      phase = SessionPhase.OPENING;
      experimentName = name;
      origin = from;
      chronicle = new SessionChronicle();
    }
    tell();
  }

  private void opened(Session fresh, int invitations) {
    synchronized (this) {
      session = fresh;
      run = null;
      phase = SessionPhase.OPEN;
      chronicle.add(SessionMessages.event_opened);
    }
    for (int i = 0; i < invitations; i++) {
      fresh.invite();
    }
    tell();
  }

  private void changed(Session news) {
    SessionChronicle notes;
    Optional<RunModel> underWay;
    synchronized (this) {
      if (news != session) {
        return;
      }
      notes = chronicle;
      underWay = Optional.ofNullable(run);
    }
    List<SessionEvent> fresh = notes.look(news);
    underWay.ifPresent(model -> fresh.forEach(event -> model.happened(event.who(), event.what())));
    tell();
  }

  /** Where the session stands. */
  public synchronized SessionPhase phase() {
    return phase;
  }

  /** The session as it stands now. */
  public synchronized SessionSnapshot snapshot() {
    if (session == null) {
      return SessionSnapshot.none(phase, experimentName);
    }
    return new SessionSnapshot(
        phase,
        experimentName,
        session.address().toString(),
        session.warning(),
        session.preparation().data().summary().clients().size(),
        session.invitations(),
        session.participants(),
        chronicle.events());
  }

  /** Issues one more invitation. */
  public Optional<Invitation> invite() {
    Session open = inPhase(SessionPhase.OPEN);
    return open == null ? Optional.empty() : Optional.of(open.invite());
  }

  /** Notes that an invitation was copied. */
  void copied(Invitation invitation) {
    synchronized (this) {
      chronicle.add(NLS.bind(SessionMessages.event_copied, invitation.number()));
    }
    tell();
  }

  private synchronized Session inPhase(SessionPhase wanted) {
    return phase == wanted ? session : null;
  }

  /** Starts the run with whoever has joined beside the simulated clients; empty if it can't begin now. */
  public Optional<RunModel> startRun() {
    Session open;
    synchronized (this) {
      open = inPhase(SessionPhase.OPEN);
      if (open == null) {
        return Optional.empty();
      }
      phase = SessionPhase.RUNNING;
      chronicle.add(SessionMessages.event_started);
    }
    RunModel started = runs.start(open, origin);
    synchronized (this) {
      run = started;
    }
    started.addListener(this::lookWhetherOver);
    tell();
    lookWhetherOver();
    return Optional.of(started);
  }

  private void lookWhetherOver() {
    synchronized (this) {
      if (phase != SessionPhase.RUNNING || run == null || !run.state().ended()) {
        return;
      }
      phase = SessionPhase.OVER;
      chronicle.add(SessionMessages.event_over);
    }
    tell();
  }

  /** Stops the session's run if it is under way, tells the participants, and closes. May take seconds. */
  public void close() {
    Session open;
    Optional<LiveRun> live;
    synchronized (this) {
      if (session == null || phase == SessionPhase.CLOSING) {
        return;
      }
      open = session;
      live = run == null ? Optional.empty() : runs.live(run);
      phase = SessionPhase.CLOSING;
    }
    tell();
    live.ifPresent(LiveRun::stop);
    try {
      open.close();
    } finally {
      synchronized (this) {
        session = null;
        run = null;
      }
      enter(SessionPhase.NONE);
    }
  }

  private void enter(SessionPhase next) {
    synchronized (this) {
      phase = next;
    }
    tell();
  }

  /** Calls the listener, from any thread, after every change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
