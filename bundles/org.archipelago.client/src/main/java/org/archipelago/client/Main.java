package org.archipelago.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.archipelago.core.CommandLineWords;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Problem;
import org.archipelago.core.SpokenTexts;
import org.archipelago.core.Texts;
import org.archipelago.core.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the participant's command line. */
@Command(
    name = "archipelago-client",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    subcommands = {JoinCommand.class, CheckCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  /** What there is to tell stands in the output and in records. */
  private static final Logger QUIET = Logger.getLogger("org.archipelago");

  static final int OK = 0;
  static final int INVALID_INPUT = 1;
  static final int WRONG_USAGE = 2;
  static final int FAILED = 3;

  @Spec private CommandSpec spec;

  /** Ends the process with one of the exit codes that the help lists. */
  public static void main(String[] arguments) {
    QUIET.setLevel(Level.WARNING);
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setResourceBundle(new SpokenTexts(Main.class, "usage"))
        .setParameterExceptionHandler(Main::wrong)
        .setExecutionExceptionHandler(Main::report);
  }

  @Option(names = "--language", scope = ScopeType.INHERIT, paramLabel = "LANGUAGE")
  private void speak(String language) {
    if (Language.named(language).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          Texts.beside(Main.class).text("wrong.language", language, String.join(", ", Language.tags())));
    }
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.beside(Main.class).text("wrong.command"));
  }

  /** As picocli would answer a wrong command line, in the language of the process. */
  private static int wrong(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(CommandLineWords.say(e.getMessage()));
    StringWriter suggestions = new StringWriter();
    if (UnmatchedArgumentException.printSuggestions(e, new PrintWriter(suggestions))) {
      err.print(CommandLineWords.say(suggestions.toString()));
    } else {
      e.getCommandLine().usage(err);
    }
    err.flush();
    return WRONG_USAGE;
  }

  private static int report(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (e instanceof InvalidInputException invalid) {
      invalid.problems().forEach(problem -> err.println(problem.toLocalizedString()));
      return INVALID_INPUT;
    }
    if (e instanceof RefusedException refused) {
      err.println(Problem.localized(refused.getMessage()));
      return INVALID_INPUT;
    }
    if (e instanceof UnreachableException) {
      err.println(Problem.localized(e.getMessage()));
    } else {
      err.println(Texts.beside(Main.class).text("mistake"));
      e.printStackTrace(err);
    }
    return FAILED;
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8), true);
  }

  /** The program's version and the Java it runs on. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Archipelago client " + Version.current(), "Java " + System.getProperty("java.version")
      };
    }
  }
}
