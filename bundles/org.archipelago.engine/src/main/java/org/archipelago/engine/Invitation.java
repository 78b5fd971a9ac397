package org.archipelago.engine;

import java.util.Optional;

/**
 * Lets one participant into a session.
 *
 * @param number from 1, for people
 * @param text the line to hand over; whoever has it can join
 * @param usedBy the participant that joined with it
 */
public record Invitation(int number, String text, Optional<String> usedBy) {}
