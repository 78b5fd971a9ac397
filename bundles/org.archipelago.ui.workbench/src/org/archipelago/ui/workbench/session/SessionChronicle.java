package org.archipelago.ui.workbench.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Problem;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionNews;
import org.archipelago.engine.SessionWatch;
import org.archipelago.results.Format;
import org.eclipse.osgi.util.NLS;

/** What has happened to a session. Thread-safe. */
final class SessionChronicle {

  private static final int MOST = 500;

  private final SessionWatch watch = new SessionWatch();
  private final List<SessionEvent> events = new ArrayList<>();

  synchronized void add(String what) {
    add(new SessionEvent(Instant.now(), "", what, false));
  }

  /** Notes what is new since the last look, and returns it. */
  synchronized List<SessionEvent> look(Session session) {
    List<SessionEvent> fresh = watch.look(session).stream().map(SessionChronicle::event).toList();
    fresh.forEach(this::add);
    return fresh;
  }

  private static SessionEvent event(SessionNews news) {
    String what =
        switch (news.kind()) {
          case JOINED -> NLS.bind(SessionMessages.event_joined, Format.count(news.rows()));
          case ABSENT -> SessionMessages.event_absent;
          case LEFT -> SessionMessages.event_left;
          case BACK -> SessionMessages.event_back;
          case REFUSED -> Problem.localized(news.reason());
        };
    boolean refusal = news.kind() == SessionNews.Kind.REFUSED;
    return new SessionEvent(
        news.at(), refusal ? Problem.localized(news.who()) : news.who(), what, refusal);
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
