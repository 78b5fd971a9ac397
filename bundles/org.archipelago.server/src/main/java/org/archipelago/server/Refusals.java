package org.archipelago.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.archipelago.engine.Refusal;

/** The last hundred that a session sent away. Thread-safe. */
final class Refusals {

  private static final int MOST = 100;

  private final Deque<Refusal> list = new ArrayDeque<>();

  synchronized void add(String who, String reason) {
    list.add(new Refusal(Instant.now(), who, reason));
    if (list.size() > MOST) {
      list.remove();
    }
  }

  /** The oldest first. */
  synchronized List<Refusal> list() {
    return List.copyOf(list);
  }
}
