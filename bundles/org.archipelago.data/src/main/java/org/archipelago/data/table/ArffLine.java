package org.archipelago.data.table;

import java.util.ArrayList;
import java.util.List;

/** A line of an ARFF file, word by word; words may be in quotes, and what is after a percent sign is a comment. */
final class ArffLine {

  private final String text;
  private int at;

  ArffLine(String text) {
    this.text = text;
  }

  /** A line that is not as specified. */
  static final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  private void skipBlanks() {
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
      at++;
    }
  }

  boolean isAtEnd() {
    skipBlanks();
    return at == text.length() || text.charAt(at) == '%';
  }

  /** Whether this sign is next; goes past it if it is. */
  boolean takes(char sign) {
    skipBlanks();
    boolean next = at < text.length() && text.charAt(at) == sign;
    at += next ? 1 : 0;
    return next;
  }

  /** The next word, up to a blank, a comma or a brace outside quotes. */
  String word() throws MalformedException {
    return next("{},");
  }

  /** The next cell of a row, up to a comma outside quotes, or to a brace where the row is in braces. */
  String cell(boolean braces) throws MalformedException {
    skipBlanks();
    boolean quoted = at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0;
    if (quoted || braces) {
      return next("},");
    }
    int start = at;
    while (at < text.length() && ",\t%".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String cell = text.substring(start, at).strip();
    return cell.equals("?") ? "" : cell;
  }

  private String next(String ends) throws MalformedException {
    skipBlanks();
    if (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return word.equals("?") ? "" : word;
  }

  private String quoted() throws MalformedException {
    char quote = text.charAt(at++);
    StringBuilder word = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new MalformedException("A quote %s is never closed.".formatted(quote));
    }
    at++;
    return word.toString();
  }

  /** What is left, for messages. */
  String rest() {
    return text.substring(at).strip();
  }

  /** The values in braces, after the opening one. */
  List<String> values() throws MalformedException {
    List<String> values = new ArrayList<>();
    while (!takes('}')) {
      if (isAtEnd()) {
        throw new MalformedException("The brace { is never closed.");
      }
      values.add(nominal());
      takes(',');
    }
    return values;
  }

  /** A declared value; without quotes it may have blanks in it. */
  private String nominal() throws MalformedException {
    skipBlanks();
    if ("'\"".indexOf(text.charAt(at)) >= 0) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') {
      at++;
    }
    return text.substring(start, at).strip();
  }
}
