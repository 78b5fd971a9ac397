package org.archipelago.headless;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Language;
import org.archipelago.core.Version;
import org.archipelago.learning.kernel.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
    name = "archipelago",
    mixinStandardHelpOptions = true,
    versionProvider = ArchipelagoCommand.Versions.class,
    subcommands = {
      SamplesCommand.class,
      ListCommand.class,
      InspectCommand.class,
      ValidateCommand.class,
      PartitionCommand.class,
      RunCommand.class,
      ServeCommand.class,
      BaselinesCommand.class,
      LearningRateCommand.class,
      ExportCommand.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "  archipelago samples",
      "  archipelago run digits-privacy",
      "  archipelago run digits-privacy --out runs/more-noise --set privacy.noiseMultiplier=4"
    })
final class ArchipelagoCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(names = "--language", scope = ScopeType.INHERIT, paramLabel = "LANGUAGE")
  private void speak(String language) {
    if (Language.named(language).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say("wrong.language", language, String.join(", ", Language.tags())));
    }
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  @Option(names = Components.OPTION, scope = ScopeType.INHERIT, paramLabel = "DIR|JAR")
  private List<Path> plugins;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Words.say("wrong.command"));
  }

  /** The program's version and the Java it runs on. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Archipelago " + Version.current(),
        "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
        "Kernels: " + Kernels.description()
      };
    }
  }
}
