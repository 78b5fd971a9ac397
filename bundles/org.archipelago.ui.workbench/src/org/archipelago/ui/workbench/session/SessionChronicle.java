package org.archipelago.ui.workbench.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.Participant;
import org.archipelago.engine.Refusal;
import org.archipelago.engine.Session;
import org.eclipse.osgi.util.NLS;

/** What has happened to a session, found by looking at it again and again. Thread-safe. */
final class SessionChronicle {

  private static final int MOST = 500;

  private final List<SessionEvent> events = new ArrayList<>();
  private final Map<String, State> known = new HashMap<>();
  private List<Refusal> refused = List.of();

  synchronized void add(String what) {
    add(new SessionEvent(Instant.now(), "", what, false));
  }

  /** Notes what is new since the last look. */
  synchronized void look(Session session) {
    for (Participant participant : session.participants()) {
      State before = known.put(participant.name(), participant.state());
      change(before, participant)
          .ifPresent(
              what -> add(new SessionEvent(Instant.now(), participant.name(), what, false)));
    }
    List<Refusal> refusals = session.refusals();
    for (Refusal refusal : refusals) {
      if (!refused.contains(refusal)) {
        add(new SessionEvent(refusal.at(), refusal.who(), Problem.localized(refusal.reason()), true));
      }
    }
    refused = refusals;
  }

  private static Optional<String> change(State before, Participant now) {
    if (before == null) {
      return Optional.of(NLS.bind(SessionMessages.event_joined, now.rows()));
    }
    if (before == now.state()) {
      return Optional.empty();
    }
    return switch (now.state()) {
      case ABSENT -> Optional.of(SessionMessages.event_absent);
      case LEFT -> Optional.of(SessionMessages.event_left);
      default -> before == State.ABSENT ? Optional.of(SessionMessages.event_back) : Optional.empty();
    };
  }

  private void add(SessionEvent event) {
    if (events.size() == MOST) {
      events.removeFirst();
    }
    events.add(event);
  }

  /** The newest first. */
  synchronized List<SessionEvent> events() {
    return List.copyOf(events.reversed());
  }
}
