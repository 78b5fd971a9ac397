package org.archipelago.engine;

import java.time.Instant;

/**
 * Somebody whom a session sent away, or an update that it did not take.
 *
 * @param at when
 * @param who a participant's name, or the network address of one that has none
 * @param reason why, for people
 */
public record Refusal(Instant at, String who, String reason) {}
