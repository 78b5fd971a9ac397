package org.archipelago.ui.workbench.session;

import java.time.Instant;

/**
 * Something that happened to a session.
 *
 * @param at when
 * @param who a participant, an address, or empty for the session itself
 * @param what for people
 * @param refusal whether somebody was sent away
 */
public record SessionEvent(Instant at, String who, String what, boolean refusal) {}
