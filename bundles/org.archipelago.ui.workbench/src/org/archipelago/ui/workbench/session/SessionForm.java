package org.archipelago.ui.workbench.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.archipelago.core.Problem;
import org.archipelago.engine.SessionOptions;
import org.eclipse.osgi.util.NLS;

/**
 * What is typed into the dialog that opens a session, as typed.
 *
 * @param address to listen on
 * @param deadline seconds a round
 * @param silence seconds without a word after which a participant is not waited for
 * @param invitations how many to issue
 */
record SessionForm(
    String address, String port, String deadline, String silence, String invitations) {

  static final String ADDRESS = "address";
  static final String PORT = "port";
  static final String DEADLINE = "deadline";
  static final String SILENCE = "silence";
  static final String INVITATIONS = "invitations";

  private static final int LARGEST_PORT = 65_535;
  private static final int DAY = 86_400;
  private static final int SHORTEST_SILENCE = 5;
  private static final int MOST_INVITATIONS = 1_000;

  /** What has to be mended, each with its field as path. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (address.isBlank()) {
      problems.add(Problem.atField(ADDRESS, SessionMessages.problem_address));
    }
    number(problems, PORT, port, 0, LARGEST_PORT, SessionMessages.problem_port);
    number(problems, DEADLINE, deadline, 1, DAY, SessionMessages.problem_deadline);
    number(problems, SILENCE, silence, SHORTEST_SILENCE, DAY, SessionMessages.problem_silence);
    number(
        problems, INVITATIONS, invitations, 1, MOST_INVITATIONS, SessionMessages.problem_invitations);
    return problems;
  }

  private static void number(
      List<Problem> problems, String field, String text, int least, int most, String message) {
    OptionalInt value = parse(text);
    if (value.isEmpty() || value.getAsInt() < least || value.getAsInt() > most) {
      problems.add(Problem.atField(field, NLS.bind(message, text.strip())));
    }
  }

  private static OptionalInt parse(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Call it only if there are no problems. */
  SessionOptions options() {
    return SessionOptions.DEFAULT
        .withAddress(address.strip(), Integer.parseInt(port.strip()))
        .withDeadline(Duration.ofSeconds(Integer.parseInt(deadline.strip())))
        .withSilence(Duration.ofSeconds(Integer.parseInt(silence.strip())));
  }

  /** Call it only if there are no problems. */
  int invitationCount() {
    return Integer.parseInt(invitations.strip());
  }
}
