package org.archipelago.data;

/**
 * Rows of the table that are not dealt to clients.
 *
 * @param heldOut the common hold-out, ascending
 * @param server rows that the server owns, ascending; none of the hold-out
 */
public record Reserved(int[] heldOut, int[] server) {

  /** All rows are dealt. */
  public static final Reserved NOTHING = new Reserved(new int[0], new int[0]);
}
