package org.archipelago.data;

/**
 * One way in which a file does not fit a schema, told without anything that is in the file alone: neither
 * a cell nor a column of its own.
 *
 * @param column the schema's column; empty where it is the rows as a whole
 * @param kind what is wrong
 */
public record Misfit(String column, Kind kind) {

  /** What can be wrong with a file. */
  public enum Kind {
    /** The file has no such column. */
    MISSING,
    /** A text where the schema has numbers. */
    NO_NUMBER,
    /** A number to predict that has no logarithm, which the schema takes. */
    NO_LOGARITHM,
    /** A label that the schema does not know. */
    UNKNOWN_LABEL,
    /** Each row lacks its target or a value that can't be filled in. */
    NO_ROW_LEFT
  }

  /** For people, in the middle of a sentence. */
  public String inWords() {
    return switch (kind) {
      case MISSING -> "column '%s' is missing".formatted(column);
      case NO_NUMBER -> "column '%s' has a text where a number must be".formatted(column);
      case NO_LOGARITHM -> "column '%s' has a number that is not above 0".formatted(column);
      case UNKNOWN_LABEL -> "column '%s' has a label that the session does not know".formatted(column);
      case NO_ROW_LEFT -> "no row has a target and all values that must be there";
    };
  }
}
