package org.archipelago.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Task;
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
    say("Session: %s, at %s", session.experiment(), options.invitation().address());
    say("Learns: %s from %d columns, %d rounds", task.target(), session.schema().columns().size(), rounds);
    say("Your file: %,d %s of %s can be used", rows, rows == 1 ? "row" : "rows", options.data());
    notes.forEach(note -> say("  %s", note));
    if (!options.name().isEmpty()) {
      sayWhatLeaves(session, rows, parameters);
    }
  }

  private void sayWhatLeaves(SessionMessage session, int rows, int parameters) {
    say(
        "What leaves this machine: the name '%s', the number %,d of rows, and in each round how training",
        options.name(), rows);
    say(
        "  changed the model's %,d numbers, with its steps, mean loss and seconds. No row, and no cell.",
        parameters);
    say(
        session.privacy().equals("none")
            ? "Privacy: none. An update can give away facts about the rows it was trained on."
            : "Privacy: %s. Whoever holds the session sees every update; then noise is added to their sum.",
        session.privacy());
  }

  /** The file was only to be checked, and fits. */
  void fits() {
    say("It fits. Nothing of it was sent; the invitation is as good as before.");
  }

  @Override
  public void toldOfMisfit(MisfitMessage told) {
    say("The session was told, and nothing else of the file: %s", told.inWords());
  }

  @Override
  public void joined(String name) {
    say("Joined as '%s'. Waiting for a round.", name);
  }

  @Override
  public void training(int round) {
    say("Round %d of %d: training", round, rounds);
  }

  @Override
  public void sent(LocalUpdate update) {
    say(
        "Round %d of %d: sent, after %d steps in %.1f s, mean loss %.4g",
        update.round(),
        rounds,
        update.figures().steps(),
        update.figures().seconds(),
        update.figures().loss());
  }

  @Override
  public void missed(int round, String why) {
    say("Round %d of %d: %s", round, rounds, why);
  }

  @Override
  public void reconnecting(int attempt, int attempts, Duration delay, String why) {
    say(
        "No answer (%s); attempt %d of %d follows in %.1f s",
        why, attempt + 1, attempts, delay.toMillis() / 1000.0);
  }

  @Override
  public void warning(String message) {
    say("%s", message);
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
