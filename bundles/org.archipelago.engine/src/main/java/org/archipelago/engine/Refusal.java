package org.archipelago.engine;

import java.time.Instant;

/**
 * Somebody whom a session sent away, or an update that it did not take.
 *
 * @param at when
 * @param who a participant's name; of one that has none its invitation or its network address
 * @param reason why, for people
 */
public record Refusal(Instant at, String who, String reason) {}
