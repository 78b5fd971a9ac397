package org.archipelago.headless;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/**
 * What a command line said in a pipe, and how it ended. A language that it chose ends with it.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int code, String out, String err) {

  static Cli run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Locale before = Locale.getDefault();
    try {
      int code =
          Main.commandLine(Terminal.PIPE)
              .setOut(new PrintWriter(out))
              .setErr(new PrintWriter(err))
              .execute(arguments);
      return new Cli(code, out.toString(), err.toString());
    } finally {
      Locale.setDefault(before);
    }
  }
}
