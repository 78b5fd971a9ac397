package org.archipelago.protocol;

/**
 * Joins a session, and uses the invitation up. The same message sent again, after a lost answer or by a
 * participant that comes back, is answered in the same way.
 *
 * @param protocol {@link Protocol#VERSION} of the participant
 * @param session id in the invitation
 * @param secret of the invitation
 * @param token chosen by the participant, of the form of {@link Secrets#next()}: proves in all that
 *     follows that it is the same
 * @param name what people call the participant
 * @param rows training rows it holds
 */
public record JoinMessage(
    int protocol, String session, String secret, String token, String name, long rows) {}
