package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.SessionNews.Kind;
import org.junit.jupiter.api.Test;

/** What is new of a session from one look to the next. */
class SessionWatchTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final SessionWatch watch = new SessionWatch();
  private final List<Refusal> refusals = new ArrayList<>();
  private List<Participant> participants = List.of();

  /** Only its lists are asked for. */
  private final Session session =
      (Session)
          Proxy.newProxyInstance(
              Session.class.getClassLoader(),
              new Class<?>[] {Session.class},
              (proxy, method, arguments) ->
                  method.getName().equals("refusals") ? List.copyOf(refusals) : participants);

  private List<String> news(State... states) {
    List<Participant> now = new ArrayList<>();
    for (State state : states) {
      now.add(new Participant("island " + (now.size() + 1), state, 40, NOON, 1));
    }
    participants = now;
    return watch.look(session).stream().map(news -> news.who() + " " + news.kind()).toList();
  }

  @Test
  void everyChangeThatMattersIsToldOnce() {
    assertEquals(List.of("island 1 JOINED"), news(State.WAITING));
    assertEquals(List.of(), news(State.WAITING));
    assertEquals(List.of("island 2 JOINED"), news(State.TRAINING, State.WAITING));
    assertEquals(List.of("island 1 ABSENT"), news(State.ABSENT, State.TRAINING));
    assertEquals(List.of("island 1 BACK", "island 2 LEFT"), news(State.TRAINING, State.LEFT));
    assertEquals(List.of("island 2 BACK"), news(State.WAITING, State.WAITING));
    assertEquals(List.of(), news(State.DONE, State.DONE));
  }

  @Test
  void refusalsAreToldOnceAlsoWhenOldOnesAreForgotten() {
    refusals.add(new Refusal(NOON, "Invitation 1", "Unfit file."));
    refusals.add(new Refusal(NOON.plusSeconds(1), "127.0.0.1", "Used."));
    assertEquals(List.of("Invitation 1 REFUSED", "127.0.0.1 REFUSED"), news());
    refusals.remove(0);
    refusals.add(new Refusal(NOON.plusSeconds(2), "127.0.0.1", "Used."));
    assertEquals(
        List.of(new SessionNews(NOON.plusSeconds(2), Kind.REFUSED, "127.0.0.1", 0, "Used.")),
        watch.look(session));
  }
}
