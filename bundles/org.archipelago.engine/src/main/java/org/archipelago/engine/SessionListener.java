package org.archipelago.engine;

/** Hears that something about a session changed. */
@FunctionalInterface
public interface SessionListener {

  /** A listener that does nothing. */
  SessionListener NONE = session -> {};

  /**
   * An invitation, a participant's state or a refusal is new: read the session's lists again. Called from
   * any thread, must return quickly and must not throw. Not called for every sign of life.
   */
  void changed(Session session);
}
