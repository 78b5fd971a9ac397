package org.archipelago.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** What the command line said, and how it ended. A language that it chose ends with it. */
record Cli(int code, String out, String err) {

  static Cli run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Locale before = Locale.getDefault();
    try {
      int code =
          Main.commandLine()
              .setOut(new PrintWriter(out))
              .setErr(new PrintWriter(err))
              .execute(arguments);
      return new Cli(code, out.toString(), err.toString().strip());
    } finally {
      Locale.setDefault(before);
    }
  }
}
