package org.archipelago.engine;

import java.time.Instant;

/**
 * Something that happened to a session.
 *
 * @param at when
 * @param kind what
 * @param who a participant's name, or whoever a {@link Refusal} names
 * @param rows training rows of whoever joined; else 0
 * @param reason of a refusal, for people; else empty
 */
public record SessionNews(Instant at, Kind kind, String who, long rows, String reason) {

  /** What can happen. */
  public enum Kind {
    /** Somebody new is here. */
    JOINED,
    /** A participant is not heard of any more. */
    ABSENT,
    /** A participant said goodbye. */
    LEFT,
    /** A participant that was absent or had left is here again. */
    BACK,
    /** Somebody or something was sent away. */
    REFUSED
  }
}
