package org.archipelago.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.SessionNews.Kind;

/** Finds out what has happened to a session, by looking at it again and again. Not thread-safe. */
public final class SessionWatch {

  private final Map<String, State> known = new HashMap<>();
  private List<Refusal> refused = List.of();

  /** What is new since the last look, participants before refusals. */
  public List<SessionNews> look(Session session) {
    List<SessionNews> news = new ArrayList<>();
    for (Participant now : session.participants()) {
      State before = known.put(now.name(), now.state());
      change(before, now.state())
          .ifPresent(
              kind ->
                  news.add(
                      new SessionNews(
                          Instant.now(), kind, now.name(), kind == Kind.JOINED ? now.rows() : 0, "")));
    }
    List<Refusal> refusals = session.refusals();
    for (Refusal refusal : refusals) {
      if (!refused.contains(refusal)) {
        news.add(new SessionNews(refusal.at(), Kind.REFUSED, refusal.who(), 0, refusal.reason()));
      }
    }
    refused = refusals;
    return news;
  }

  private static Optional<Kind> change(State before, State now) {
    if (before == null) {
      return Optional.of(Kind.JOINED);
    }
    if (before == now) {
      return Optional.empty();
    }
    return switch (now) {
      case ABSENT -> Optional.of(Kind.ABSENT);
      case LEFT -> Optional.of(Kind.LEFT);
      case DONE -> Optional.empty();
      case WAITING, TRAINING -> before.here() ? Optional.empty() : Optional.of(Kind.BACK);
    };
  }
}
