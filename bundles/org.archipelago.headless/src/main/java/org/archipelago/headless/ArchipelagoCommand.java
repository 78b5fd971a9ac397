package org.archipelago.headless;

import java.util.List;
import java.util.Locale;
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
    description = "Federated learning experiments: look, check, run, serve, export.",
    subcommands = {
      SamplesCommand.class,
      ListCommand.class,
      ValidateCommand.class,
      RunCommand.class,
      ServeCommand.class,
      BaselinesCommand.class,
      LearningRateCommand.class,
      ExportCommand.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; also when the run ended because its privacy budget was reached",
      "1:invalid input: an experiment or its data can't be used",
      "2:the command line itself is wrong",
      "3:the run failed, or a file can't be written",
      "4:stopped by Ctrl+C; the record holds every whole round"
    },
    footer = {
      "",
      "For a start:",
      "  archipelago samples",
      "  archipelago run digits-privacy",
      "  archipelago run digits-privacy --out runs/more-noise --set privacy.noiseMultiplier=4"
    })
final class ArchipelagoCommand implements Runnable {

  private static final List<String> LANGUAGES = List.of("en", "zh");

  @Spec private CommandSpec spec;

  @Option(
      names = "--language",
      scope = ScopeType.INHERIT,
      paramLabel = "LANGUAGE",
      description = "Language of names, help and advice: en or zh; the system's if not given.")
  private void speak(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no language '%s'; there is %s.".formatted(language, String.join(", ", LANGUAGES)));
    }
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
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
