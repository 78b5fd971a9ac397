package org.archipelago.data.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds out how a table in a text is read, from its beginning: the delimiter as the one that cuts the lines into the
 * same number of cells, the quotes by what stands at the ends of cells, and the decimal comma by the numbers.
 */
final class FormatDetection {

  private static final int MOST_ROWS = 200;

  private static final Pattern DOUBLE = Pattern.compile("(^|[,;\t|]) *\"", Pattern.MULTILINE);
  private static final Pattern SINGLE =
      Pattern.compile("(?:^|[,;\t|]) *'[^'\n]*' *(?=[,;\t|]|\r?$)", Pattern.MULTILINE);
  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?");
  private static final Pattern WITH_POINT = Pattern.compile("[+-]?[0-9]*\\.[0-9]+([eE][+-]?[0-9]+)?");
  private static final Pattern IN_THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+");

  private final FileFormat said;
  private final String text;

  private FormatDetection(FileFormat said, String text) {
    this.said = said;
    this.text = text;
  }

  /** @param beginning the file's first lines */
  static TextFormat of(FileFormat said, String beginning) {
    return new FormatDetection(said, beginning).find();
  }

  private TextFormat find() {
    Optional<Character> quote = quote();
    char separator = said.separator().orElseGet(() -> separator(quote));
    return new TextFormat(separator, quote, decimalComma(separator, quote));
  }

  private Optional<Character> quote() {
    return switch (said.quote()) {
      case "double" -> Optional.of('"');
      case "single" -> Optional.of('\'');
      case "none" -> Optional.empty();
      default -> Optional.of(!DOUBLE.matcher(text).find() && count(SINGLE) > 1 ? '\'' : '"');
    };
  }

  private int count(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  private char separator(Optional<Character> quote) {
    char best = FileFormat.SEPARATORS.charAt(0);
    double most = 0;
    for (char candidate : FileFormat.SEPARATORS.toCharArray()) {
      List<CSVRecord> rows = rows(candidate, quote);
      int columns = rows.isEmpty() ? 0 : rows.get(0).size();
      long alike = rows.stream().filter(row -> row.size() == columns).count();
      double score = columns < 2 ? 0 : (double) alike / rows.size() + 1e-6 * Math.min(columns, 1000);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  /** The first rows as this separator cuts them; fewer where the quotes are not proper. */
  private List<CSVRecord> rows(char separator, Optional<Character> quote) {
    List<CSVRecord> rows = new ArrayList<>();
    try (CSVParser parser = format(separator, quote).parse(new StringReader(text))) {
      for (CSVRecord row : parser) {
        rows.add(row);
        if (rows.size() == MOST_ROWS) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException cutOff) {
      return rows;
    }
    return rows;
  }

  /** How the library reads it. */
  static CSVFormat format(char separator, Optional<Character> quote) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setQuote(quote.orElse(null))
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .get();
  }

  /**
   * Commas are decimal where numbers have them and none has a point; without semicolons between the cells only if
   * they are no separators of thousands.
   */
  private boolean decimalComma(char separator, Optional<Character> quote) {
    if (!said.decimal().equals(FileFormat.AUTO)) {
      return said.decimal().equals(FileFormat.COMMA);
    }
    boolean comma = false;
    boolean other = separator == ';';
    List<CSVRecord> rows = rows(separator, quote);
    for (CSVRecord row : rows.subList(Math.min(said.header() ? 1 : 0, rows.size()), rows.size())) {
      for (String cell : row) {
        if (WITH_POINT.matcher(cell).matches()) {
          return false;
        }
        comma |= WITH_COMMA.matcher(cell).matches();
        other |= WITH_COMMA.matcher(cell).matches() && !IN_THOUSANDS.matcher(cell).matches();
      }
    }
    return comma && other;
  }
}
