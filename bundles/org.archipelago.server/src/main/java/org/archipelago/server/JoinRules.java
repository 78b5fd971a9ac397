package org.archipelago.server;

import java.util.HashSet;
import java.util.Set;
import org.archipelago.data.Misfit;
import org.archipelago.data.Schema;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.MisfitMessage;
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

  /** A message about a file tells of the session's own columns and of nothing else. */
  static void misfits(MisfitMessage told, Schema schema) {
    Set<String> known = new HashSet<>(Set.of(schema.task().target()));
    schema.columns().forEach(column -> known.add(column.name()));
    boolean sound =
        !told.misfits().isEmpty()
            && told.misfits().size() <= Protocol.MOST_MISFITS
            && told.found() >= told.misfits().size()
            && told.misfits().stream().allMatch(misfit -> known(misfit, known));
    if (!sound) {
      throw new RefusedException(
          Code.MALFORMED,
          "What does not fit is told of 1 to %d columns of the session.".formatted(Protocol.MOST_MISFITS));
    }
  }

  private static boolean known(Misfit misfit, Set<String> columns) {
    return misfit.kind() == Misfit.Kind.NO_ROW_LEFT
        ? misfit.column().isEmpty()
        : columns.contains(misfit.column());
  }

  static void rows(long rows) {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new RefusedException(
          Code.UNUSABLE, "A participant has 1 to %,d rows, but says %d.".formatted(MOST_ROWS, rows));
    }
  }
}
