package org.archipelago.headless;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.archipelago.core.Problem;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionListener;
import org.archipelago.engine.SessionNews;
import org.archipelago.engine.SessionWatch;

/** Tells of whoever joins, falls silent, comes back or is refused, a line each. */
final class SessionLines implements SessionListener {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final PrintWriter out;
  private final SessionWatch watch = new SessionWatch();
  private long present;

  SessionLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void changed(Session session) {
    present = session.participants().stream().filter(one -> one.state().here()).count();
    watch.look(session).forEach(this::tell);
    notifyAll();
  }

  private void tell(SessionNews news) {
    String what =
        switch (news.kind()) {
          case JOINED ->
              Words.say("session.joined", news.who(), Words.many(news.rows(), "rows"), present);
          case ABSENT -> Words.say("session.silent", news.who());
          case LEFT -> Words.say("session.left", news.who());
          case BACK -> Words.say("session.back", news.who());
          case REFUSED -> Words.say("session.refused", news.who(), Problem.localized(news.reason()));
        };
    out.println(CLOCK.format(news.at()) + "  " + what);
    out.flush();
  }

  /** Waits until so many participants are here at once. */
  synchronized void await(int number) throws InterruptedException {
    while (present < number) {
      wait();
    }
  }
}
