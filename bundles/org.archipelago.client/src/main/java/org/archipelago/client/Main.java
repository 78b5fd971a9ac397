package org.archipelago.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Starts the participant's command line. */
@Command(
    name = "archipelago-client",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    description = "Takes part in federated learning with data of your own, which stays on this machine.",
    subcommands = {JoinCommand.class, CheckCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the session is over; or the file fits",
      "1:the invitation or the file can't be used, or the session refused",
      "2:the command line itself is wrong",
      "3:the session does not answer, or something else failed",
      "130:ended by Ctrl+C (143: by another signal); the session was told"
    })
public final class Main implements Runnable {

  static final int OK = 0;
  static final int INVALID_INPUT = 1;
  static final int FAILED = 3;

  @Spec private CommandSpec spec;

  /** Ends the process with one of the exit codes that the help lists. */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::report);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: join or check.");
  }

  private static int report(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (e instanceof InvalidInputException invalid) {
      invalid.problems().forEach(err::println);
      return INVALID_INPUT;
    }
    if (e instanceof RefusedException refused) {
      err.println(refused.getMessage());
      return INVALID_INPUT;
    }
    if (e instanceof UnreachableException) {
      err.println(e.getMessage());
    } else {
      err.println("This is a mistake in the program; please report it with the lines below.");
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
