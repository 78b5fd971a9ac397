package org.archipelago.headless;

import java.util.Optional;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;

/** Hears the run, keeps its last round, and passes everything on to a display. */
final class Progress implements RunListener, ProgressListener {

  private final ProgressDisplay display;
  private volatile boolean started;
  private volatile RoundResult last;

  Progress(ProgressDisplay display) {
    this.display = display;
  }

  /** Whether there is a record to speak of. */
  boolean started() {
    return started;
  }

  /** The last whole round, with what the record may leave out. */
  Optional<RoundResult> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public synchronized void progress(String what, long done, long total) {
    display.preparing(what);
  }

  @Override
  public synchronized void started(RunHeader header) {
    started = true;
    display.started(header);
  }

  @Override
  public synchronized void memory(MemoryNeed need) {
    display.memory(need);
  }

  @Override
  public synchronized void round(RoundResult result) {
    last = result;
    display.round(result);
  }

  @Override
  public synchronized void progress(int round, int clientsDone, int clients) {
    display.inside(round, clientsDone, clients);
  }

  @Override
  public synchronized void finished(RunOutcome outcome) {
    display.ended();
  }
}
