package org.archipelago.data.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.ImageSize;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.DataSource;
import org.archipelago.data.synthetic.SyntheticDataset;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Expected;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.ImageFolderReader;
import org.archipelago.data.table.ImageTable;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.Tables;

/**
 * What a source of rows looks like: its first rows, its columns, and what there is to beware of.
 *
 * @param source as an experiment names it: a path from the root, or how it is generated
 * @param table all of it
 * @param image whether the columns beside the label are the pixels of images
 * @param broughtTo the size that the images had to be brought to, since they differ or are large
 * @param testBeside images beside these that were set apart for tests
 * @param columns in the order of the header
 * @param firstRows texts of the first rows, a cell for each of the first columns
 */
public record TableSummary(
    String source,
    Table table,
    boolean image,
    Optional<ImageSize> broughtTo,
    Optional<Path> testBeside,
    List<ColumnSummary> columns,
    List<List<String>> firstRows) {

  /** A wide table is shown with its first columns. */
  public static final int PREVIEWED_COLUMNS = 100;

  /** Larger images are taken to be meant smaller: each of their values is an input. */
  private static final int LARGEST_SIDE = 64;

  private static final int PREVIEWED = 50;

  /** Names and addresses have fewer words than texts that are read. */
  private static final int FEWEST_WORDS = 5;

  private static final List<String> TARGETS =
      List.of("target", "label", "class", "diagnosis", "outcome", "churn", "y", "species", "price");
  private static final List<String> SITES =
      List.of("hospital", "site", "client", "clinic", "region", "state", "store", "branch", "company");

  /**
   * Reads all of a source; not on the UI thread.
   *
   * @param source a file, a folder of images, or what is generated
   * @param format how a file of text is read
   * @throws org.archipelago.core.InvalidInputException naming the line, if it is no proper table
   */
  public static TableSummary read(String source, FileFormat format, ProgressListener progress) {
    DataSource resolved = DataSource.resolve("data.source", source, Path.of(""));
    Optional<ImageSize> broughtTo =
        resolved
            .file()
            .filter(ImageFolderReader::reads)
            .flatMap(folder -> size(ImageFolderReader.sizes(name(folder), folder, progress)));
    DataSource named =
        new DataSource(
            resolved.file().map(TableSummary::name).orElse(source),
            resolved.file(),
            resolved.sample(),
            resolved.generated());
    Table table = named.read(Expected.of(broughtTo, format), progress);
    boolean image = table.image().isPresent();
    List<ColumnSummary> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      progress.progress("Looking at the columns of " + named.name(), columns.size(), table.columns().size());
      columns.add(
          image && !column.name().equals(ImageTable.LABEL)
              ? ColumnSummary.ofPixels(column)
              : ColumnSummary.of(column));
    }
    int shown = Math.min(PREVIEWED, table.rows());
    List<List<String>> firstRows =
        IntStream.range(0, shown).mapToObj(row -> cells(table.columns(), row)).toList();
    Optional<Path> testBeside = image ? resolved.file().flatMap(Tables::testBeside) : Optional.empty();
    String place = resolved.file().map(file -> file.toString().replace('\\', '/')).orElse(source);
    return new TableSummary(place, table, image, broughtTo, testBeside, columns, firstRows);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Number of rows. */
  public int rows() {
    return table.rows();
  }

  /** The file or folder, if it is one. */
  public Optional<Path> file() {
    return isGenerated() ? Optional.empty() : Optional.of(Path.of(source));
  }

  /** Whether it is generated, not read. */
  public boolean isGenerated() {
    return SyntheticDataset.isNamedSo(source);
  }

  /** What there is to beware of where a column is to be predicted, and others are no features. */
  public List<ColumnWarning> warnings(String target, Collection<String> others, ProgressListener progress) {
    return DataWarnings.of(table, target, others, progress);
  }

  /** What images of those sizes are brought to; nothing if they can stay as they are. */
  private static Optional<ImageSize> size(List<ImageSize> sizes) {
    ImageSize first = sizes.get(0);
    boolean asTheyAre =
        first.height() <= LARGEST_SIDE
            && first.width() <= LARGEST_SIDE
            && sizes.stream().allMatch(s -> s.height() == first.height() && s.width() == first.width());
    return asTheyAre
        ? Optional.empty()
        : Optional.of(
            new ImageSize(
                sizes.stream().mapToInt(ImageSize::height).reduce(LARGEST_SIDE, Math::min),
                sizes.stream().mapToInt(ImageSize::width).reduce(LARGEST_SIDE, Math::min),
                sizes.stream().mapToInt(ImageSize::channels).max().orElseThrow()));
  }

  private static List<String> cells(List<Column> columns, int row) {
    return columns.stream().limit(PREVIEWED_COLUMNS).map(column -> column.text(row)).toList();
  }

  public Optional<ColumnSummary> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Whether each row is a sentence, word by word. */
  public boolean words() {
    return columns.get(0).words();
  }

  /** The column that probably holds texts of several words each; nothing for images and words. */
  public Optional<ColumnSummary> likelyText(String target) {
    return image || words()
        ? Optional.empty()
        : IntStream.range(0, Math.min(PREVIEWED_COLUMNS, columns.size()))
            .filter(column -> !columns.get(column).numeric() && holdsTexts(column))
            .mapToObj(columns::get)
            .filter(column -> !column.name().equals(target) && column.distinct() > column.rows() / 2)
            .findFirst();
  }

  private boolean holdsTexts(int column) {
    return firstRows.stream()
            .mapToInt(row -> row.get(column).split("\\s+").length)
            .average()
            .orElse(0)
        >= FEWEST_WORDS;
  }

  /** The columns that can be predicted: of images not their thousands of values, of words their tags. */
  public List<String> possibleTargets() {
    if (words()) {
      return columns.stream().skip(1).filter(ColumnSummary::words).map(ColumnSummary::name).toList();
    }
    return image ? List.of(ImageTable.LABEL) : columns.stream().map(ColumnSummary::name).toList();
  }

  /** The column that is probably to be predicted: by its name, else the last that could be. */
  public ColumnSummary likelyTarget() {
    if (words()) {
      return columns.get(columns.size() - 1);
    }
    return named(TARGETS, columns)
        .or(() ->
            IntStream.rangeClosed(1, columns.size())
                .mapToObj(i -> columns.get(columns.size() - i))
                .filter(c -> !c.looksLikeIdentifier() && !c.isConstant())
                .findFirst())
        .orElse(columns.get(columns.size() - 1));
  }

  /** The column that probably tells clients apart, such as a hospital; only one that says so by name. */
  public Optional<ColumnSummary> likelyClient(String target) {
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
