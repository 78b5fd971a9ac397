package org.archipelago.data.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a table in a file of text is to be read, as far as it was said; what is {@link #AUTO} is found out from the
 * file.
 *
 * @param delimiter one of {@link #DELIMITERS}
 * @param quote one of {@link #QUOTES}
 * @param encoding one of {@link #ENCODINGS}
 * @param decimal one of {@link #DECIMALS}
 * @param header whether the first line names the columns; without it they are called {@code column1} and so on
 * @param missing the texts that stand for a missing value; {@link #AUTO} among them for the usual ones
 * @param texts names of columns that hold texts, whatever they look like
 * @param numbers names of columns that hold numbers; a text in them is refused
 */
public record FileFormat(
    String delimiter,
    String quote,
    String encoding,
    String decimal,
    boolean header,
    List<String> missing,
    List<String> texts,
    List<String> numbers) {

  public static final String AUTO = "auto";
  public static final String COMMA = "comma";

  public static final List<String> DELIMITERS = List.of(AUTO, COMMA, "semicolon", "tab", "pipe");
  public static final List<String> QUOTES = List.of(AUTO, "double", "single", "none");
  public static final List<String> ENCODINGS =
      List.of(AUTO, "utf-8", "utf-16", "windows-1252", "iso-8859-1", "gb18030");
  public static final List<String> DECIMALS = List.of(AUTO, "point", COMMA);

  /** What is between cells, in the order of the names. */
  static final String SEPARATORS = ",;\t|";

  /** Everything is found out. */
  public static final FileFormat DETECTED =
      new FileFormat(AUTO, AUTO, AUTO, AUTO, true, List.of(AUTO), List.of(), List.of());

  public FileFormat {
    missing = List.copyOf(missing);
    texts = List.copyOf(texts);
    numbers = List.copyOf(numbers);
  }

  /** The same with nothing said of single columns: for somebody else's file with the same columns. */
  public FileFormat withoutColumns() {
    return new FileFormat(delimiter, quote, encoding, decimal, header, missing, List.of(), List.of());
  }

  /**
   * The same with another thing said of a column.
   *
   * @param asText whether it holds texts
   * @param asNumber whether it holds numbers; if neither, that is found out
   */
  public FileFormat with(String column, boolean asText, boolean asNumber) {
    return new FileFormat(
        delimiter,
        quote,
        encoding,
        decimal,
        header,
        missing,
        with(texts, column, asText),
        with(numbers, column, asNumber));
  }

  private static List<String> with(List<String> columns, String column, boolean isIn) {
    Stream<String> others = columns.stream().filter(name -> !name.equals(column));
    return Stream.concat(others, Stream.of(column).filter(name -> isIn)).toList();
  }

  /** The separator of cells; nothing where it is to be found out. */
  Optional<Character> separator() {
    return delimiter.equals(AUTO)
        ? Optional.empty()
        : Optional.of(SEPARATORS.charAt(DELIMITERS.indexOf(delimiter) - 1));
  }

  /** The same as it was found out. */
  FileFormat found(TextFormat as, Charset charset) {
    String sign = as.decimalComma() ? COMMA : "point";
    String mark = as.quote().map(c -> c == '"' ? "double" : "single").orElse("none");
    String between = DELIMITERS.get(1 + SEPARATORS.indexOf(as.separator()));
    return new FileFormat(between, mark, name(charset), sign, header, missing, texts, numbers);
  }

  /** The same with the encoding that was found out. */
  FileFormat encodedIn(Charset charset) {
    return new FileFormat(delimiter, quote, name(charset), decimal, header, missing, texts, numbers);
  }

  private static String name(Charset charset) {
    return Encodings.isUtf16(charset) ? "utf-16" : charset.name().toLowerCase(Locale.ROOT);
  }
}
