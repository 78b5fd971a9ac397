package org.archipelago.protocol;

/**
 * Asks what a session is about, before one joins; does not use the invitation up. An invitation that is
 * used up still answers the participant that used it, so that it can come back.
 *
 * @param protocol {@link Protocol#VERSION} of the participant
 * @param session id in the invitation
 * @param secret of the invitation
 * @param token with which it is going to join, or has joined; see {@link JoinMessage}
 */
public record InvitationMessage(int protocol, String session, String secret, String token) {}
