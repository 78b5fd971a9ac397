package org.archipelago.protocol;

/**
 * Asks what a session is about, before one joins; does not use the invitation up.
 *
 * @param protocol {@link Protocol#VERSION} of the participant
 * @param session id in the invitation
 * @param secret of the invitation
 */
public record InvitationMessage(int protocol, String session, String secret) {}
