package org.archipelago.headless;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads may work at the same time. */
final class ThreadsOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--threads", paramLabel = "N")
  private Integer threads;

  /** @throws ParameterException if fewer than one was asked for */
  int count() {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say("wrong.tooSmall", "--threads", threads, 1));
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
