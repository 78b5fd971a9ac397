package org.archipelago.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;
import org.archipelago.protocol.MisfitMessage;
import org.archipelago.protocol.SessionMessage;

/** Tells a data owner what happens, and before that what will be sent. */
final class Console implements ClientListener {

  private final PrintWriter out;
  private final ClientOptions options;
  private int rounds;

  Console(PrintWriter out, ClientOptions options) {
    this.out = out;
    this.options = options;
  }

  @Override
  public void ready(SessionMessage session, int rows, List<String> notes, int parameters) {
    rounds = session.rounds();
    Task task = session.schema().task();
    say("session", session.experiment(), options.invitation().address());
    say("learns", task.target(), session.schema().columns().size(), rounds);
    say(rows == 1 ? "your.file.one" : "your.file", number("%,d", rows), options.data());
    notes.forEach(note -> show("  " + Problem.localized(note)));
    if (!options.name().isEmpty()) {
      sayWhatLeaves(session, rows, parameters);
    }
  }

  private void sayWhatLeaves(SessionMessage session, int rows, int parameters) {
    say("leaves", options.name(), number("%,d", rows));
    say("leaves.update", number("%,d", parameters));
    say(session.privacy().equals("none") ? "privacy.none" : "privacy", session.privacy());
  }

  /** The file was only to be checked, and fits. */
  void fits() {
    say("fits");
  }

  @Override
  public void toldOfMisfit(MisfitMessage told) {
    say("told", Problem.localized(told.inWords()));
  }

  @Override
  public void joined(String name) {
    say("joined", name);
  }

  @Override
  public void training(int round) {
    say("round.training", round, rounds);
  }

  @Override
  public void sent(LocalUpdate update) {
    say(
        "round.sent",
        update.round(),
        rounds,
        update.figures().steps(),
        number("%.1f", update.figures().seconds()),
        number("%.4g", update.figures().loss()));
  }

  @Override
  public void missed(int round, String why) {
    say("round.missed", round, rounds, Problem.localized(why));
  }

  @Override
  public void reconnecting(int attempt, int attempts, Duration delay, String why) {
    say(
        "again",
        Problem.localized(why), attempt + 1, attempts, number("%.1f", delay.toMillis() / 1000.0));
  }

  @Override
  public void warning(String message) {
    show(Problem.localized(message));
  }

  private static String number(String format, Number value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Says one of the texts of this program. */
  void say(String key, Object... values) {
    show(Texts.beside(Console.class).text(key, values));
  }

  void show(String text) {
    out.println(text);
    out.flush();
  }
}
