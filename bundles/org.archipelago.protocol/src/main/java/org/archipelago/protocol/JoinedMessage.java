package org.archipelago.protocol;

/**
 * Welcomes a participant.
 *
 * @param name what it is called in the session: its own name, with a number if that was taken
 */
public record JoinedMessage(String name) {}
