package org.archipelago.headless;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands that need to know what they write to; picocli makes the others. */
record CommandFactory(Terminal terminal) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == RunCommand.class
        ? type.cast(new RunCommand(terminal))
        : CommandLine.defaultFactory().create(type);
  }
}
