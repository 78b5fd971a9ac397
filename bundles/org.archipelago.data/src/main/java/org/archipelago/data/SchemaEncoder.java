package org.archipelago.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Spelling;
import org.archipelago.core.Task;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Expected;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.Tables;
import org.archipelago.data.table.WordsColumn;

/**
 * Applies a {@link Schema} to a table, a file of words, or images, of somebody else's. Refused, with column and
 * line: a column that is missing, a text where a number must be, a label that the schema does not know. Passed over and
 * counted in the notes: columns that the schema does not name, rows without target, rows without a value
 * that can't be filled in, and texts that are no level of their column.
 */
public final class SchemaEncoder {

  private final Schema schema;
  private final Table table;
  private final List<String> notes = new ArrayList<>();

  private SchemaEncoder(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
  }

  /**
   * Reads and encodes a file.
   *
   * @throws UnfitFileException if it does not fit, with everything that is wrong
   * @throws InvalidInputException if it can't be read
   */
  public static EncodedRows encode(Path file, Schema schema, ProgressListener progress) {
    return encode(file, schema, schema.format(), progress);
  }

  public static EncodedRows encode(
      Path file, Schema schema, FileFormat format, ProgressListener progress) {
    String name = file.toString();
    if (!Tables.isThere(file)) {
      throw new InvalidInputException(
          Problem.inFile(name, 0, "There is no such file; name a table of yours."));
    }
    Expected known = expected(schema);
    return encode(
        Tables.read(name, file, new Expected(known.texts(), known.image(), format), progress), schema);
  }

  /**
   * Encodes a table.
   *
   * @throws UnfitFileException if it does not fit, with everything that is wrong
   */
  static EncodedRows encode(Table table, Schema schema) {
    return new SchemaEncoder(schema, table).encode();
  }

  /** What a table is read with that is to be encoded by a schema. */
  static Expected expected(Schema schema) {
    Set<String> texts = new HashSet<>();
    schema.columns().stream().filter(rule -> !rule.numeric()).forEach(rule -> texts.add(rule.name()));
    texts.add(schema.words().column());
    if (schema.task().kind() == Task.Kind.CLASSIFICATION && !schema.numericLabels()) {
      texts.add(schema.task().target());
    }
    return Expected.of(texts, schema.imageSize(), schema.format());
  }

  private EncodedRows encode() {
    requireFit();
    notes.addAll(table.notes());
    return schema.task().kind() == Task.Kind.TAGGING ? encodeTags() : encodeValues();
  }

  private EncodedRows encodeTags() {
    Column words = table.column(schema.words().column()).orElseThrow();
    int[][] tags = new SchemaTarget(schema, table).tags();
    WordEncoder encoder = new WordEncoder(words, schema.words());
    int[] rows = IntStream.range(0, table.rows()).toArray();
    Examples examples = encoder.encode(rows, tags);
    noteOtherColumns();
    notes.addAll(encoder.notes());
    return new EncodedRows(examples, lines(rows), notes);
  }

  private EncodedRows encodeTexts(int[] rows, double[] targets) {
    WordEncoder encoder =
        new WordEncoder(table.column(schema.words().column()).orElseThrow(), schema.words());
    Examples examples = encoder.encode(rows, targets);
    notes.addAll(encoder.notes());
    return new EncodedRows(examples, lines(rows), notes);
  }

  private List<Integer> lines(int[] rows) {
    return IntStream.of(rows).mapToObj(table::line).toList();
  }

  private EncodedRows encodeValues() {
    double[] targets = new SchemaTarget(schema, table).values();
    int[] rows = usableRows(targets);
    noteOtherColumns();
    if (schema.words().present()) {
      return encodeTexts(rows, targets);
    }
    schema.columns().stream().filter(rule -> !rule.numeric()).forEach(rule -> noteUnknown(rule, rows));
    return new EncodedRows(
        new RowEncoder(table, schema.columns()).encode(rows, targets),
        lines(rows),
        notes);
  }

  private void requireFit() {
    UnfitFileException.Findings findings = new UnfitFileException.Findings();
    List<String> needed = new ArrayList<>(schema.columns().stream().map(SchemaColumn::name).toList());
    needed.add(schema.task().target());
    if (schema.words().present()) {
      needed.add(schema.words().column());
    }
    for (String name : needed) {
      if (table.column(name).isEmpty()) {
        findings.add(new Misfit(name, Misfit.Kind.MISSING), missing(name));
      }
    }
    for (SchemaColumn rule : schema.columns()) {
      if (rule.numeric()) {
        table.column(rule.name()).ifPresent(column -> checkNumbers(column, findings));
      }
    }
    if (schema.task().kind() == Task.Kind.TAGGING) {
      List.of(schema.words().column(), schema.task().target()).forEach(name -> checkWords(name, findings));
    }
    findings.throwIfAny();
  }

  private void checkWords(String name, UnfitFileException.Findings findings) {
    if (table.column(name).filter(column -> !(column instanceof WordsColumn)).isPresent()) {
      findings.add(
          new Misfit(name, Misfit.Kind.MISSING),
          Problem.inFile(
              table.source(),
              1,
              ("Column '%s' has one value a row, and the experiment needs one for every word; name a file of words with"
                      + " their tags, whose name ends in .conll.")
                  .formatted(name)));
    }
  }

  private Problem missing(String name) {
    return Problem.inFile(
        table.source(),
        1,
        "Column '%s' is missing, and the experiment needs it.%s The file has %s."
            .formatted(
                name, Spelling.didYouMean(name, table.names()), String.join(", ", table.names())));
  }

  private void checkNumbers(Column column, UnfitFileException.Findings findings) {
    if (column instanceof CategoricalColumn texts && texts.missing() < texts.rows()) {
      int row = texts.firstNonNumber();
      findings.add(
          new Misfit(column.name(), Misfit.Kind.NO_NUMBER),
          Problem.inFile(
              table.source(),
              table.line(row),
              ("Column '%s' is '%s' here, but it holds numbers in the experiment. Write a number, or leave"
                      + " the cell empty.")
                  .formatted(column.name(), texts.text(row))));
    }
  }

  private int[] usableRows(double[] targets) {
    int[] withTarget =
        IntStream.range(0, table.rows()).filter(row -> !Double.isNaN(targets[row])).toArray();
    note(table.rows() - withTarget.length, "without a value of '" + schema.task().target() + "' %s left out.");
    int[] usable = IntStream.of(withTarget).filter(complete()).toArray();
    note(withTarget.length - usable.length, "without a value that the experiment can fill in %s left out.");
    if (usable.length == 0) {
      throw new UnfitFileException(
          new Misfit("", Misfit.Kind.NO_ROW_LEFT),
          Problem.inFile(
              table.source(),
              0,
              "No row is left to train on: each lacks its target or a value that can't be filled in."));
    }
    return usable;
  }

  private IntPredicate complete() {
    List<Column> mustHave =
        schema.words().present()
            ? List.of(table.column(schema.words().column()).orElseThrow())
            : schema.columns().stream()
                .filter(rule -> schema.dropIncomplete() || !rule.takesMissing())
                .map(rule -> table.column(rule.name()).orElseThrow())
                .toList();
    return row -> mustHave.stream().noneMatch(column -> column.isMissing(row));
  }

  private void noteOtherColumns() {
    Set<String> known = new HashSet<>(List.of(schema.task().target(), schema.words().column()));
    schema.columns().forEach(rule -> known.add(rule.name()));
    List<String> others = table.names().stream().filter(name -> !known.contains(name)).toList();
    if (!others.isEmpty()) {
      notes.add("Not used, since the experiment has no such column: " + String.join(", ", others) + ".");
    }
  }

  private void noteUnknown(SchemaColumn rule, int[] rows) {
    Column column = table.column(rule.name()).orElseThrow();
    Set<String> levels = new HashSet<>(rule.levels());
    int[] unknown =
        IntStream.of(rows)
            .filter(row -> !column.isMissing(row) && !levels.contains(column.text(row)))
            .toArray();
    if (unknown.length > 0) {
      notes.add(
          "Column '%s': %s a text that the experiment does not know ('%s' in line %d first); taken for none of: %s."
              .formatted(
                  rule.name(),
                  unknown.length == 1 ? "1 row has" : unknown.length + " rows have",
                  column.text(unknown[0]),
                  table.line(unknown[0]),
                  String.join(", ", rule.levels())));
    }
  }

  private void note(int rows, String what) {
    if (rows > 0) {
      notes.add((rows == 1 ? "1 row " : rows + " rows ") + what.formatted(rows == 1 ? "was" : "were"));
    }
  }
}
