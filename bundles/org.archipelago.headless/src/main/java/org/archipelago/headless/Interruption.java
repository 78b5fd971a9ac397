package org.archipelago.headless;

import java.util.concurrent.CompletableFuture;
import org.archipelago.engine.RunHandle;

/**
 * Makes Ctrl+C (and any other polite end of the process) stop the run and wait until its record and
 * its report are written, instead of cutting it off.
 */
final class Interruption implements AutoCloseable {

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final Thread hook;

  private Interruption(RunHandle handle) {
    hook =
        new Thread(
            () -> {
              handle.stop();
              Runtime.getRuntime().halt(exitCode.join());
            },
            "stop at the end of the process");
  }

  static Interruption stopping(RunHandle handle) {
    Interruption interruption = new Interruption(handle);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException alreadyEnding) {
      handle.stop();
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
