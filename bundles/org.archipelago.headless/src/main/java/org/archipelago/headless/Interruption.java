package org.archipelago.headless;

import java.util.concurrent.CompletableFuture;

/**
 * Makes Ctrl+C (and any other polite end of the process) stop the run and wait until its record and
 * its report are written, instead of cutting it off.
 */
final class Interruption implements AutoCloseable {

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final Thread hook;

  private Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              Runtime.getRuntime().halt(exitCode.join());
            },
            "stop at the end of the process");
  }

  /** @param stop asks the work to end; called at most once, from a thread of its own */
  static Interruption stopping(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException alreadyEnding) {
      stop.run();
    }
    return interruption;
  }

  /** Everything is written; a process that is ending ends now, with this code. */
  void exitCode(int code) {
    exitCode.complete(code);
  }

  @Override
  public void close() {
    exitCode.complete(ExitCodes.RUN_FAILED);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is at work and will end the process.
    }
  }
}
