package org.archipelago.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** Goes through an ARFF file, and refuses what is not as {@link ArffReader} says. */
final class ArffRows implements Rows {

  private static final List<String> NUMERIC = List.of("numeric", "real", "integer");

  private final String file;
  private final FileFormat said;
  private final TextInput input;
  private List<ArffAttribute> attributes;
  private int line;

  ArffRows(String file, FileFormat said) {
    this.file = file;
    this.said = said;
    this.input = new TextInput(file, said.encoding());
  }

  @Override
  public TextInput input() {
    return input;
  }

  @Override
  public boolean decimalComma() {
    return false;
  }

  @Override
  public FileFormat found() {
    return said.encodedIn(input.charset());
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public void read(InputStream in, Sink sink) throws IOException {
    attributes = new ArrayList<>();
    line = 0;
    BufferedReader text = new BufferedReader(input.open(in));
    try {
      readHeader(text);
      sink.header(attributes.stream().map(ArffAttribute::name).toList());
      sink.types(names(false), names(true));
      readRows(text, sink);
    } catch (ArffLine.MalformedException e) {
      throw problem(e.getMessage());
    }
  }

  private Set<String> names(boolean numeric) {
    return attributes.stream()
        .filter(attribute -> attribute.numeric() == numeric)
        .map(ArffAttribute::name)
        .collect(Collectors.toSet());
  }

  private void readHeader(BufferedReader text) throws IOException, ArffLine.MalformedException {
    for (String read = text.readLine(); read != null; read = text.readLine()) {
      line++;
      ArffLine words = new ArffLine(read);
      if (words.isAtEnd()) {
        continue;
      }
      String keyword = words.word().toLowerCase(Locale.ROOT);
      if (keyword.equals("@data")) {
        requireAttributes();
        return;
      }
      if (keyword.equals("@attribute")) {
        attributes.add(attribute(words));
      } else if (!keyword.equals("@relation")) {
        throw problem(
            "'%s' is found, but the lines before @data begin with @relation, @attribute or %%."
                .formatted(keyword));
      }
    }
    line = 0;
    throw problem("The file has no line @data, after which the rows of an ARFF file begin.");
  }

  private void requireAttributes() {
    if (attributes.isEmpty()) {
      throw problem("No @attribute is declared before @data.");
    }
    Set<String> names = new HashSet<>();
    for (ArffAttribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw problem(
            "Two attributes are called '%s'; every column needs a name of its own."
                .formatted(attribute.name()));
      }
    }
  }

  private ArffAttribute attribute(ArffLine words) throws ArffLine.MalformedException {
    String name = words.word();
    if (name.isEmpty()) {
      throw problem("The attribute has no name.");
    }
    if (words.takes('{')) {
      return new ArffAttribute(name, false, words.values());
    }
    String type = words.word().toLowerCase(Locale.ROOT);
    if (!NUMERIC.contains(type) && !type.equals("string") && !type.equals("date")) {
      throw problem(
          ("Attribute '%s' is of the type '%s'; those that are read are numeric, real, integer, string, date, and"
                  + " values in braces.")
              .formatted(name, type));
    }
    return new ArffAttribute(name, NUMERIC.contains(type), List.of());
  }

  private void readRows(BufferedReader text, Sink sink) throws IOException, ArffLine.MalformedException {
    int rows = 0;
    for (String read = text.readLine(); read != null; read = text.readLine()) {
      line++;
      ArffLine cells = new ArffLine(read);
      if (!cells.isAtEnd()) {
        String[] row = cells.takes('{') ? sparse(cells) : dense(cells);
        requireDeclared(row);
        sink.row(column -> row[column], line);
        rows++;
      }
    }
    if (rows == 0) {
      line = 0;
      throw problem("The file has a header but no rows.");
    }
  }

  private String[] dense(ArffLine cells) throws ArffLine.MalformedException {
    String[] row = new String[attributes.size()];
    int found = 0;
    boolean more = true;
    while (more) {
      String cell = cells.cell(false);
      if (found < row.length) {
        row[found] = cell;
      }
      found++;
      more = cells.takes(',') || !cells.isAtEnd();
      requireNoWeight(cells);
    }
    if (found != row.length) {
      throw problem("The row has %d cells, but %d attributes are declared.".formatted(found, row.length));
    }
    return row;
  }

  private void requireNoWeight(ArffLine cells) {
    if (cells.rest().startsWith("{")) {
      throw problem("The row has a weight, %s, and weights are not read; take it away.".formatted(cells.rest()));
    }
  }

  private String[] sparse(ArffLine cells) throws ArffLine.MalformedException {
    String[] row = new String[attributes.size()];
    Arrays.setAll(row, column -> attributes.get(column).unsaid());
    while (!cells.takes('}')) {
      if (cells.isAtEnd()) {
        throw problem("The brace { is never closed.");
      }
      String place = cells.word();
      int column = place.matches("[0-9]{1,9}") ? Integer.parseInt(place) : -1;
      if (column < 0 || column >= row.length) {
        throw problem(
            "'%s' is no place of an attribute; these go from 0 to %d.".formatted(place, row.length - 1));
      }
      row[column] = cells.cell(true);
      cells.takes(',');
    }
    cells.takes(',');
    requireNoWeight(cells);
    if (!cells.isAtEnd()) {
      throw problem("'%s' stands after the row.".formatted(cells.rest()));
    }
    return row;
  }

  private void requireDeclared(String[] row) {
    for (int column = 0; column < row.length; column++) {
      ArffAttribute attribute = attributes.get(column);
      if (!row[column].isEmpty() && !attribute.takes(row[column])) {
        throw problem(
            "Attribute '%s' is '%s' here, which is none of its values: %s."
                .formatted(attribute.name(), row[column], String.join(", ", attribute.values())));
      }
    }
  }

  private InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.inFile(file, line, message));
  }
}
