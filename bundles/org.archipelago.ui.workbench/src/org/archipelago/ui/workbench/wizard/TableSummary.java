package org.archipelago.ui.workbench.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.IdxReader;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.Tables;

/**
 * What the wizard needs of a file: its first rows and what its columns look like.
 *
 * @param file where it is
 * @param rows number of rows
 * @param image whether the columns beside the label are the pixels of images
 * @param columns in the order of the header
 * @param firstRows texts of the first rows, a cell a column
 */
record TableSummary(
    Path file, int rows, boolean image, List<ColumnSummary> columns, List<List<String>> firstRows) {

  private static final int PREVIEWED = 50;
  private static final List<String> TARGETS =
      List.of("target", "label", "class", "diagnosis", "outcome", "churn", "y", "species", "price");
  private static final List<String> SITES =
      List.of("hospital", "site", "client", "clinic", "region", "state", "store", "branch", "company");

  /**
   * Reads the whole file; not on the UI thread.
   *
   * @throws org.archipelago.core.InvalidInputException naming the line, if it is no proper table
   */
  static TableSummary read(Path file, ProgressListener progress) {
    Table table = Tables.read(file.getFileName().toString(), file, progress);
    boolean image = table.image().isPresent();
    List<ColumnSummary> columns =
        table.columns().stream()
            .map(column ->
                image && !column.name().equals(IdxReader.LABEL)
                    ? ColumnSummary.ofPixels(column)
                    : ColumnSummary.of(column))
            .toList();
    int shown = Math.min(PREVIEWED, table.rows());
    List<List<String>> firstRows =
        IntStream.range(0, shown).mapToObj(row -> cells(table.columns(), row)).toList();
    return new TableSummary(file, table.rows(), image, columns, firstRows);
  }

  private static List<String> cells(List<Column> columns, int row) {
    return columns.stream().map(column -> column.text(row)).toList();
  }

  Optional<ColumnSummary> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The column that is probably to be predicted: by its name, else the last that could be. */
  ColumnSummary likelyTarget() {
    return named(TARGETS, columns)
        .or(() ->
            columns.reversed().stream().filter(c -> !c.looksLikeIdentifier() && !c.isConstant()).findFirst())
        .orElse(columns.getLast());
  }

  /** The column that probably tells clients apart, such as a hospital; only one that says so by name. */
  Optional<ColumnSummary> likelyClient(String target) {
    return named(
        SITES,
        columns.stream().filter(c -> c.couldNameClients() && !c.name().equals(target)).toList());
  }

  private static Optional<ColumnSummary> named(List<String> words, List<ColumnSummary> candidates) {
    for (String word : words) {
      for (ColumnSummary column : candidates) {
        if (List.of(column.name().toLowerCase(Locale.ROOT).split("[^a-z]+")).contains(word)) {
          return Optional.of(column);
        }
      }
    }
    return Optional.empty();
  }
}
