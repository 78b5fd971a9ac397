package org.archipelago.headless;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.archipelago.core.SpokenTexts;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

  /** What there is to tell stands in the output and in records. */
  private static final Logger QUIET = Logger.getLogger("org.archipelago");

  private Main() {}

  /** Ends the process with one of {@link ExitCodes}. */
  public static void main(String[] arguments) {
    QUIET.setLevel(Level.WARNING);
    Terminal.prepare();
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    System.exit(
        commandLine(Terminal.detect())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments));
  }

  /** The command line, for a terminal or for a pipe. */
  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new ArchipelagoCommand(), new CommandFactory(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Terminal.HELP_WIDTH)
        .setResourceBundle(new SpokenTexts(Main.class, "usage"))
        .setParameterExceptionHandler(Failures::wrong)
        .setExecutionExceptionHandler(Failures::report);
  }

  /** Help, ε and R² are UTF-8, whatever the platform's own character set. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
