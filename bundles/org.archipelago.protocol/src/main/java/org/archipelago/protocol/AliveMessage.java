package org.archipelago.protocol;

/**
 * Tells a participant that trains whether it is still waited for.
 *
 * @param task the task whose update is awaited; 0 for none
 */
public record AliveMessage(long task) {}
