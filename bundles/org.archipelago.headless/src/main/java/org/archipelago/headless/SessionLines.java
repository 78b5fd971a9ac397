package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.archipelago.engine.Participant;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.Refusal;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionListener;

/** Tells of whoever joins, falls silent, comes back or is refused, a line each. */
final class SessionLines implements SessionListener {

  private final PrintWriter out;
  private final Map<String, State> known = new HashMap<>();
  private final Set<Refusal> told = new HashSet<>();
  private int present;

  SessionLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void changed(Session session) {
    List<Participant> participants = session.participants();
    present = (int) participants.stream().filter(SessionLines::isHere).count();
    participants.forEach(this::tell);
    for (Refusal refusal : session.refusals()) {
      if (told.add(refusal)) {
        say("Refused %s: %s", refusal.who(), refusal.reason());
      }
    }
    notifyAll();
  }

  private void tell(Participant participant) {
    State before = known.put(participant.name(), participant.state());
    if (before == null) {
      say("%s joined with %,d rows; %d here", participant.name(), participant.rows(), present);
    } else if (participant.state() == State.LEFT && before != State.LEFT) {
      say("%s left", participant.name());
    } else if (participant.state() == State.ABSENT && before != State.ABSENT) {
      say("%s is silent", participant.name());
    } else if (isHere(participant) && (before == State.ABSENT || before == State.LEFT)) {
      say("%s is back", participant.name());
    }
  }

  private static boolean isHere(Participant participant) {
    return participant.state() != State.ABSENT && participant.state() != State.LEFT;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Waits until so many participants are here at once. */
  synchronized void await(int number) throws InterruptedException {
    while (present < number) {
      wait();
    }
  }
}
