package org.archipelago.store.experiment;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a YAML library's complaint means to somebody who does not know YAML by heart.
 *
 * @param line from 1
 * @param column from 1
 * @param sentence what is wrong and what helps
 */
record YamlSyntax(int line, int column, String sentence) {

  static YamlSyntax explain(YamlEngineException error, String text) {
    if (error instanceof MarkedYamlEngineException marked) {
      return explainMarked(marked);
    }
    if (error instanceof ReaderException unreadable) {
      return new YamlSyntax(
          lineAt(text, unreadable.getPosition()),
          1,
          "Found the character U+%04X, which text can't hold; remove it."
              .formatted(unreadable.getCodePoint()));
    }
    return new YamlSyntax(1, 1, "This is not YAML as experiments use it: " + error.getMessage());
  }

  private static int lineAt(String text, int codePoints) {
    return 1 + (int) text.codePoints().limit(codePoints).filter(c -> c == '\n').count();
  }

  private static YamlSyntax explainMarked(MarkedYamlEngineException error) {
    String problem = Optional.ofNullable(error.getProblem()).orElse("");
    String context = Optional.ofNullable(error.getContext()).orElse("");
    Optional<Mark> end = error.getProblemMark().or(error::getContextMark);
    Optional<Mark> start = error.getContextMark().or(() -> end);
    if (problem.contains("TAB")) {
      return at(end, "Found a tab where a line begins; indent with spaces.");
    }
    if (problem.contains("cannot start any token")) {
      return at(end, "Found a sign that can't begin a value; put the value in double quotes.");
    }
    if (problem.contains("mapping values are not allowed here")) {
      return at(
          end,
          "Found a colon where none can be: indent this line like the one before it,"
              + " or put a text that holds ': ' in double quotes.");
    }
    if (problem.contains("could not find expected ':'")) {
      return at(start, "This line is no 'key: value'; write a colon and a space after the key.");
    }
    if (context.contains("flow mapping") || context.contains("flow sequence")) {
      String bracket = context.contains("mapping") ? "{" : "[";
      String closing = context.contains("mapping") ? "}" : "]";
      return at(
          end,
          "The '%s' of line %d is not closed by '%s', or a comma is missing between its parts."
              .formatted(bracket, start.map(mark -> mark.getLine() + 1).orElse(1), closing));
    }
    if (problem.contains("expected the node content")) {
      return at(end, "A value is missing here, or a bracket before it is not closed.");
    }
    if (context.contains("quoted scalar")) {
      return at(start, "The quotes that open here are never closed.");
    }
    if (context.contains("expected a single document")) {
      return at(end, "Found a second document after '---'; a file holds one experiment.");
    }
    if (problem.contains("expected <block end>")) {
      return at(end, "This line doesn't fit those before it; look at its indentation and brackets.");
    }
    return at(end, "This is not YAML: " + (context + " " + problem).strip() + ".");
  }

  private static YamlSyntax at(Optional<Mark> mark, String sentence) {
    return new YamlSyntax(
        mark.map(m -> m.getLine() + 1).orElse(1),
        mark.map(m -> m.getColumn() + 1).orElse(1),
        sentence);
  }
}
