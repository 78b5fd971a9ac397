package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.WordsColumn;

/** The column whose words are learned from, and how they are encoded. */
final class TextColumn {

  private final Column column;
  private final ParameterValues options;
  private final Target target;
  private final List<String> notes = new ArrayList<>();
  private WordEncoder encoder;

  private TextColumn(Column column, ParameterValues options, Target target) {
    this.column = column;
    this.options = options;
    this.target = target;
  }

  /**
   * The column that was asked for, else the first of a file of words; nothing where columns are features.
   *
   * @throws InvalidInputException if there is no such column, or it does not go with the target
   */
  static Optional<TextColumn> of(Table table, ParameterValues options, Target target) {
    String named = options.text(DatasetSection.TEXT);
    Optional<Column> found =
        named.isEmpty()
            ? Optional.of(table.columns().get(0)).filter(WordsColumn.class::isInstance)
            : Optional.of(FeatureColumns.named(table, named, "data.textColumn"));
    found.ifPresent(column -> requireFit(column, target));
    return found.map(column -> new TextColumn(column, options, target));
  }

  private static void requireFit(Column column, Target target) {
    if (column.name().equals(target.task().target())) {
      throw problem("'%s' is the target; name another column.".formatted(column.name()));
    }
    if (target.isTagging() && !(column instanceof WordsColumn)) {
      throw problem(
          "Column '%s' has one text a sentence, and tags belong to words; name the column of words."
              .formatted(column.name()));
    }
  }

  String name() {
    return column.name();
  }

  /** Those of the rows that have a text. */
  int[] usable(int[] rows) {
    int[] usable = Arrays.stream(rows).filter(row -> !column.isMissing(row)).toArray();
    if (usable.length == 0) {
      throw problem("No row has a text in column '%s'.".formatted(column.name()));
    }
    return usable;
  }

  /** Learns the vocabulary from the rows that clients train on. */
  SchemaWords learn(Split split) {
    boolean lowerCase = options.flag(DatasetSection.LOWER_CASE);
    List<String> vocabulary =
        WordEncoder.vocabulary(
            column,
            split.trainingRows().stream().flatMapToInt(Arrays::stream),
            lowerCase,
            options.integer(DatasetSection.VOCABULARY),
            options.integer(DatasetSection.MIN_COUNT));
    notes.add(
        String.format(
            Locale.ROOT,
            "The %,d words of the vocabulary were chosen by how often they occur in the training rows of all"
                + " clients together, without noise: not covered by ε. A word in it tells that some client has it.",
            vocabulary.size()));
    SchemaWords words =
        new SchemaWords(column.name(), options.integer(DatasetSection.MAX_WORDS), lowerCase, vocabulary);
    encoder = new WordEncoder(column, words);
    return words;
  }

  /** Encodes rows, after {@link #learn}. */
  Examples encode(int[] rows, double[] targets) {
    return target.isTagging() ? encoder.encode(rows, target.tags()) : encoder.encode(rows, targets);
  }

  /** What a report must say of the words that were encoded. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    all.addAll(encoder.notes());
    return all;
  }

  private static InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.atField("data.textColumn", message));
  }
}
