package org.archipelago.ui.workbench.experiments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An experiment file's name line, read and changed with everything else left as it is. */
final class ExperimentText {

  private static final Pattern NAME = Pattern.compile("(?m)^name:[ \\t]*(.*?)[ \\t]*$");

  private ExperimentText() {}

  /** The experiment's name, if there is one on a line of its own. */
  static Optional<String> name(String text) {
    Matcher matcher = NAME.matcher(text);
    return matcher.find() ? Optional.of(unquoted(matcher.group(1))) : Optional.empty();
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    if (!quoted) {
      return value.replaceFirst("\\s+#.*$", "");
    }
    String inner = value.substring(1, value.length() - 1);
    return value.charAt(0) == '"'
        ? inner.replace("\\\"", "\"").replace("\\\\", "\\")
        : inner.replace("''", "'");
  }

  /** The text with another name; unchanged if it has no line for one. */
  static String withName(String text, String name) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    boolean plain = name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .,()_/-]*") && name.matches(".*\\p{L}.*");
    return text.substring(0, matcher.start())
        + "name: " + (plain ? name : quoted)
        + text.substring(matcher.end());
  }
}
