package org.archipelago.data.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Spelling;

/** Parts of a {@link FileFormat} as the options of a command line name them, such as {@code delimiter=tab}. */
public final class FormatOptions {

  private static final List<String> NAMES =
      List.of("delimiter", "quote", "encoding", "decimal", "header", "missingTexts", "asTexts", "asNumbers");
  private static final List<String> FLAGS = List.of("true", "false");

  private final Map<String, String> given = new HashMap<>();

  private FormatOptions(List<String> options) {
    for (String option : options) {
      String[] sides = option.split("=", 2);
      if (sides.length < 2) {
        throw problem(
            option,
            "This is no name=value, such as delimiter=tab; there is %s.".formatted(String.join(", ", NAMES)));
      }
      String name = sides[0].strip();
      if (!NAMES.contains(name)) {
        throw problem(
            name,
            "There is no such option of a format; there is %s.".formatted(Spelling.nearestFirst(name, NAMES)));
      }
      given.put(name, sides[1]);
    }
  }

  /**
   * A format with some parts replaced.
   *
   * @param options each {@code name=value}, the names those of the section {@code data}; several texts or columns are
   *     apart by commas
   * @throws InvalidInputException if there is no such option, or its value is none that is allowed
   */
  public static FileFormat change(FileFormat format, List<String> options) {
    FormatOptions change = new FormatOptions(options);
    return new FileFormat(
        change.one("delimiter", FileFormat.DELIMITERS, format.delimiter()),
        change.one("quote", FileFormat.QUOTES, format.quote()),
        change.one("encoding", FileFormat.ENCODINGS, format.encoding()),
        change.one("decimal", FileFormat.DECIMALS, format.decimal()),
        change.one("header", FLAGS, Boolean.toString(format.header())).equals("true"),
        change.several("missingTexts", format.missing()),
        change.several("asTexts", format.texts()),
        change.several("asNumbers", format.numbers()));
  }

  private String one(String name, List<String> allowed, String otherwise) {
    String value = given.getOrDefault(name, otherwise);
    if (!allowed.contains(value)) {
      throw problem(
          name, "Found '%s', but this must be one of %s.".formatted(value, String.join(", ", allowed)));
    }
    return value;
  }

  private List<String> several(String name, List<String> otherwise) {
    return given.containsKey(name)
        ? Arrays.stream(given.get(name).split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList()
        : otherwise;
  }

  private static InvalidInputException problem(String name, String message) {
    return new InvalidInputException(Problem.atField(name, message));
  }
}
