package org.archipelago.engine;

import java.nio.file.Path;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;

/**
 * The baselines of which run to train.
 *
 * @param header the run's
 * @param rounds how far, at least 1
 * @param baseFolder where relative paths in the experiment begin
 * @param threads models that are trained at the same time, at least 1
 */
public record BaselineRequest(RunHeader header, int rounds, Path baseFolder, int threads) {

  public BaselineRequest {
    if (rounds < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "rounds and threads must be at least 1, but are %d and %d".formatted(rounds, threads));
    }
  }

  /**
   * Baselines that go as far as the run did; all its rounds where none is whole yet.
   *
   * @param baseFolder where relative paths in the experiment begin
   */
  public static BaselineRequest of(Run run, Path baseFolder, int threads) {
    int done = run.lastRound().map(last -> last.round()).orElse(0);
    int rounds = done == 0 ? run.header().experiment().rounds() : done;
    return new BaselineRequest(run.header(), rounds, baseFolder, threads);
  }

  RunRequest runRequest() {
    return new RunRequest(header.experiment(), header.text(), baseFolder, threads);
  }
}
