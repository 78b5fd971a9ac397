package org.archipelago.headless;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands that need to know what they write to; picocli makes the others. */
record CommandFactory(Terminal terminal) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(terminal));
    }
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(terminal));
    }
    if (type == InspectCommand.class) {
      return type.cast(new InspectCommand(terminal));
    }
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(terminal));
    }
    if (type == LearningRateCommand.class) {
      return type.cast(new LearningRateCommand(terminal));
    }
    if (type == PartitionCommand.class) {
      return type.cast(new PartitionCommand(terminal));
    }
    return type == BaselinesCommand.class
        ? type.cast(new BaselinesCommand(terminal))
        : CommandLine.defaultFactory().create(type);
  }
}
