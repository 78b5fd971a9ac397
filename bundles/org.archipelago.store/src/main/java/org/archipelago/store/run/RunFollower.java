package org.archipelago.store.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Run;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;

/**
 * Follows a record while a process, this one or another, writes it: each call reads what is new and no
 * more, round by round, so that a long record is never held in memory as text. Not thread-safe.
 */
public final class RunFollower {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final RunReader reader;
  private boolean begun;
  private boolean ended;
  private long offset;
  private int lines;

  /** @param folder the folder of a record */
  public RunFollower(Path folder) {
    this.folder = folder;
    this.reader = new RunReader(folder);
  }

  /**
   * Tells the listener what has come since the last call: first the header and that the run is going
   * on, then each whole round, at last what its model is worth and how it ended, which is told once.
   *
   * @return whether the run has ended, so that nothing more will come
   * @throws InvalidInputException if the folder holds no record or a damaged one
   */
  public boolean read(RunListener listener) throws IOException {
    if (ended) {
      return true;
    }
    if (!begun) {
      reader.requireRecord();
      listener.started(reader.header());
      listener.state(RunState.RUNNING);
      begun = true;
    }
    // Whether it is going on is asked before the rounds are read, as it may end in between.
    boolean held = RunLock.isHeld(folder);
    Optional<RunOutcome> outcome = reader.outcome();
    readRounds(listener);
    if (outcome.isEmpty() && held) {
      return false;
    }
    ended = true;
    reader.evaluation().ifPresent(listener::evaluated);
    listener.finished(outcome.isPresent() ? outcome.get() : interrupted());
    return true;
  }

  /** The baselines that somebody asked for beside the run; empty when nobody did. */
  public List<BaselineRound> baselines() throws IOException {
    return JsonLines.read(folder.resolve(RunFiles.BASELINES), BaselineJson::read);
  }

  private void readRounds(RunListener listener) throws IOException {
    Path file = folder.resolve(RunFiles.ROUNDS);
    if (Files.notExists(file) || Files.size(file) <= offset) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(offset);
      byte[] buffer = new byte[BUFFER];
      ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        int begin = 0;
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            line.write(buffer, begin, i - begin);
            accept(line, file, listener);
            begin = i + 1;
          }
        }
        line.write(buffer, begin, count - begin);
      }
    }
  }

  private void accept(ByteArrayOutputStream line, Path file, RunListener listener) throws IOException {
    String text = line.toString(StandardCharsets.UTF_8);
    offset += line.size() + 1;
    lines++;
    line.reset();
    listener.round(Json.read(text, file.toString(), lines, RoundJson::readRound));
  }

  /** How a record without an outcome ends can be told only with its ledger. */
  private RunOutcome interrupted() throws IOException {
    Run run = reader.read();
    int rounds = run.lastRound().map(round -> round.round()).orElse(0);
    return new RunOutcome(
        run.state().ended() ? run.state() : RunState.INTERRUPTED, rounds, run.message());
  }
}
