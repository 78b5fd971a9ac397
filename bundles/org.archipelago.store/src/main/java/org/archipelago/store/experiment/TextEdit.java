package org.archipelago.store.experiment;

/**
 * A piece of text put in the place of another.
 *
 * @param offset where the old piece begins, in chars from 0
 * @param length of the old piece, in chars
 * @param text the new piece
 */
public record TextEdit(int offset, int length, String text) {

  /** The smallest single replacement that makes one text the other. */
  static TextEdit between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new TextEdit(head, before.length() - tail - head, after.substring(head, after.length() - tail));
  }

  /** Whether it leaves every text as it is. */
  public boolean isEmpty() {
    return length == 0 && text.isEmpty();
  }

  /** What becomes of a text. */
  public String applyTo(String before) {
    return before.substring(0, offset) + text + before.substring(offset + length);
  }
}
