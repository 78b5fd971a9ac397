package org.archipelago.server;

import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.Protocol;
import org.archipelago.protocol.Secrets;

/** What a participant may say of itself. */
final class JoinRules {

  private static final long MOST_ROWS = 100_000_000;

  private JoinRules() {}

  /** @throws RefusedException if the other side speaks another version of the protocol */
  static void protocol(int version) {
    if (version != Protocol.VERSION) {
      throw new RefusedException(
          Code.OTHER_PROTOCOL,
          ("The session speaks version %d of the protocol, but your program speaks version %d; use"
              + " the client of the session's version.")
              .formatted(Protocol.VERSION, version));
    }
  }

  static void wellFormed(String token) {
    if (!Secrets.wellFormed(token)) {
      throw new RefusedException(Code.MALFORMED, "A token is 32 letters, digits, hyphens and underscores.");
    }
  }

  /** The name without spaces around it. */
  static String name(String given) {
    String name = given.strip();
    if (name.isEmpty()
        || name.length() > Protocol.LONGEST_NAME
        || !name.codePoints().allMatch(JoinRules::printable)) {
      throw new RefusedException(
          Code.UNUSABLE,
          "A participant's name has 1 to %d printable characters; choose another one with --name."
              .formatted(Protocol.LONGEST_NAME));
    }
    return name;
  }

  private static boolean printable(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
  }

  static void rows(long rows) {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new RefusedException(
          Code.UNUSABLE, "A participant has 1 to %,d rows, but says %d.".formatted(MOST_ROWS, rows));
    }
  }
}
