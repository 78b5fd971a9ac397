package org.archipelago.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.inspect.ColumnWarning;
import org.archipelago.data.inspect.DataWarnings;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Expected;
import org.archipelago.data.table.Table;

/**
 * The rows that an experiment's section {@code data} names, read and with their target, before any is drawn, dealt or
 * encoded.
 */
public final class SourceRows {

  private final ParameterValues options;
  private final Seed seed;
  private final Path baseFolder;
  private final ProgressListener progress;
  private final DataSource source;
  private final Table table;
  private final Target target;
  private final Optional<TextColumn> text;
  private final List<String> leftOut = new ArrayList<>();
  private FeatureColumns features;
  private int[] usable;
  private Optional<RowGroups> groups;

  private SourceRows(
      ParameterValues options,
      Seed seed,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    this.options = options;
    this.seed = seed;
    this.baseFolder = baseFolder;
    this.progress = progress;
    source = DataSource.resolve("data.source", options.text(DatasetSection.SOURCE), baseFolder);
    table = source.read(Expected.of(askedImage(options), DatasetSection.format(options)), progress);
    String unit = source.sample().filter(this::hasUsualTarget).map(SampleDataset::targetUnit).orElse("");
    target = new TargetEncoder(table, options, unit).encode(modelSupports, modelId);
    text = TextColumn.of(table, options, target);
  }

  /**
   * Reads them.
   *
   * @param baseFolder what a relative {@code data.source} is relative to: the experiment file's folder
   * @param modelSupports which tasks the experiment's model can learn
   * @param modelId that model's id, for messages
   * @throws InvalidInputException if there is no such source, or it can't be read, or has no such target; the
   *     message names file and line, or the field, and says what would do
   */
  public static SourceRows read(
      Experiment experiment,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    ParameterValues options = experiment.section(ComponentKind.DATA).parameters();
    return new SourceRows(options, experiment.seed(), baseFolder, modelSupports, modelId, progress);
  }

  /**
   * Reads them again for a task that is known.
   *
   * @param options what {@link #options} said
   * @param seed likewise
   * @throws InvalidInputException as when they are read for an experiment
   */
  public static SourceRows read(
      ParameterValues options, Seed seed, Path baseFolder, Task.Kind task, ProgressListener progress) {
    return new SourceRows(options, seed, baseFolder, kind -> kind == task, "of the partition", progress);
  }

  static Optional<ImageSize> askedImage(ParameterValues options) {
    List<Double> asked = options.numbers(DatasetSection.IMAGE);
    return asked.isEmpty() ? Optional.empty() : Optional.of(ImageSize.of(asked));
  }

  private boolean hasUsualTarget(SampleDataset sample) {
    return sample.target().equals(options.text(DatasetSection.TARGET));
  }

  /** The section {@code data} that they were read by. */
  public ParameterValues options() {
    return options;
  }

  /** The experiment's. */
  public Seed seed() {
    return seed;
  }

  /** What relative paths are relative to. */
  public Path baseFolder() {
    return baseFolder;
  }

  /** The source as the experiment names it. */
  public String name() {
    return source.name();
  }

  /** SHA-256 of the source as read, hexadecimal. */
  public String hash() {
    return table.sha256();
  }

  /** All rows of the table, those without a target included. */
  public int tableRows() {
    return table.rows();
  }

  public Task task() {
    return target.task();
  }

  /** Names of the columns in the order of the source. */
  public List<String> columns() {
    return table.names();
  }

  /** Rows of the table that have a target, and where rows with gaps are to be left out, no gap; ascending. */
  public int[] usable() {
    if (usable == null) {
      usable = findUsable();
    }
    return usable;
  }

  /** What a report must say of how they were read, of the target and of rows that were left out. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(table.notes());
    notes.addAll(target.notes());
    if (features != null) {
      notes.addAll(features.notes());
    }
    usable();
    notes.addAll(leftOut);
    groups().ifPresent(together -> notes.addAll(together.notes()));
    return notes;
  }

  /** Whether the common hold-out comes from a source of its own. */
  public boolean hasTestSource() {
    return options.has(DatasetSection.TEST_SOURCE);
  }

  /** Whether the server's rows come from a source of its own. */
  public boolean hasServerSource() {
    return options.has(DatasetSection.SERVER_SOURCE);
  }

  /** What there is to beware of in the columns that are features. */
  public List<Problem> warnings() {
    return text.isPresent()
        ? List.of()
        : DataWarnings.of(table, target.task().target(), options.texts(DatasetSection.DROP), progress).stream()
            .map(ColumnWarning::problem)
            .toList();
  }

  /**
   * Draws the common hold-out and the server's rows, or takes those that the partitioner knows itself.
   *
   * @throws InvalidInputException if the server asks for more rows than it can have, or the partitioner's rows are
   *     others than these
   */
  public UndealtRows undealt(Partitioner partitioner) {
    Strata strata = strata();
    return undealt(strata, partitioner.reserved(this).orElseGet(() -> draw(strata)));
  }

  /** What is left where those rows are not dealt; rows that are not {@link #usable} are ignored. */
  public UndealtRows without(Reserved reserved) {
    boolean[] known = new boolean[table.rows()];
    Arrays.stream(usable()).forEach(row -> known[row] = true);
    return undealt(
        strata(), new Reserved(known(reserved.heldOut(), known), known(reserved.server(), known)));
  }

  private static int[] known(int[] rows, boolean[] known) {
    return Arrays.stream(rows).filter(row -> row < known.length && known[row]).toArray();
  }

  private Strata strata() {
    return Strata.of(target, values(usable()), column(options.text(DatasetSection.TARGET)), usable());
  }

  private UndealtRows undealt(Strata strata, Reserved reserved) {
    boolean[] taken = new boolean[table.rows()];
    IntStream.concat(Arrays.stream(reserved.heldOut()), Arrays.stream(reserved.server()))
        .forEach(row -> taken[row] = true);
    int[] left = IntStream.range(0, usable().length).filter(i -> !taken[usable()[i]]).toArray();
    return new UndealtRows(
        this,
        reserved,
        Arrays.stream(left).map(i -> usable()[i]).toArray(),
        Arrays.stream(left).map(i -> strata.ofRow()[i]).toArray(),
        strata.names());
  }

  private Reserved draw(Strata strata) {
    int count = strata.names().size();
    boolean[] drawn = draw(strata.ofRow(), count, usable(), testShare(), "hold-out");
    int[] left = IntStream.range(0, drawn.length).filter(i -> !drawn[i]).toArray();
    int[] leftRows = Arrays.stream(left).map(i -> usable()[i]).toArray();
    boolean[] owned = drawnForServer(Arrays.stream(left).map(i -> strata.ofRow()[i]).toArray(), count, leftRows);
    return new Reserved(
        IntStream.range(0, drawn.length).filter(i -> drawn[i]).map(i -> usable()[i]).toArray(),
        IntStream.range(0, left.length).filter(i -> owned[i]).map(i -> leftRows[i]).toArray());
  }

  private boolean[] draw(int[] stratum, int count, int[] rows, double share, String purpose) {
    return groups()
        .map(together -> HoldOut.draw(stratum, together.numbers(rows), count, share, seed.stream(purpose)))
        .orElseGet(() -> HoldOut.draw(stratum, count, share, seed.stream(purpose)));
  }

  /** Which of the rows that are left the server owns. */
  private boolean[] drawnForServer(int[] stratum, int strata, int[] rows) {
    int wanted = options.integer(DatasetSection.SERVER_ROWS);
    if (wanted > stratum.length / 2) {
      throw new InvalidInputException(
          Problem.atField(
              "data.serverRows",
              "Found %d, but the hold-out leaves %d rows, of which clients need half or more: take at most %d."
                  .formatted(wanted, stratum.length, stratum.length / 2)));
    }
    return draw(stratum, strata, rows, (double) wanted / stratum.length, "server-rows");
  }

  private double testShare() {
    return hasTestSource() ? 0 : options.number(DatasetSection.TEST);
  }

  /** Values of a column in those rows of the table, by its name. */
  Function<String, List<String>> texts(int[] rows) {
    return name -> new ColumnTexts(FeatureColumns.named(table, name, "partition.column"), rows);
  }

  /** Rows that are kept together; nothing where every row is for itself. */
  Optional<RowGroups> groups() {
    if (groups == null) {
      groups = RowGroups.of(this);
    }
    return groups;
  }

  private Column column(String name) {
    return table.column(name).orElseThrow();
  }

  private double[] values(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> target.values()[row]).toArray();
  }

  DataSource source() {
    return source;
  }

  Table table() {
    return table;
  }

  Target target() {
    return target;
  }

  Optional<TextColumn> text() {
    return text;
  }

  /** The columns that are features; none where words are learned from. */
  FeatureColumns features() {
    if (features == null) {
      features =
          text.isPresent() ? new FeatureColumns(List.of(), List.of()) : FeatureColumns.of(table, options);
    }
    return features;
  }

  boolean dropsRows() {
    return options.text(DatasetSection.MISSING).equals(DatasetSection.DROP_ROWS);
  }

  private int[] findUsable() {
    int[] withTarget =
        IntStream.range(0, table.rows()).filter(row -> !Double.isNaN(target.values()[row])).toArray();
    noteLeftOut(table.rows() - withTarget.length, "the target '" + target.task().target() + "'");
    if (text.isPresent()) {
      int[] withText = text.get().usable(withTarget);
      noteLeftOut(withTarget.length - withText.length, "the text '" + text.get().name() + "'");
      return withText;
    }
    if (!dropsRows()) {
      return withTarget;
    }
    int[] complete = Arrays.stream(withTarget).filter(this::isComplete).toArray();
    if (complete.length == 0) {
      throw new InvalidInputException(
          Problem.atField(
              "data.missing", "Every row lacks some feature; use missing impute, or drop columns."));
    }
    noteLeftOut(withTarget.length - complete.length, "some feature");
    return complete;
  }

  private boolean isComplete(int row) {
    return features().columns().stream().noneMatch(column -> column.isMissing(row));
  }

  private void noteLeftOut(int rows, String what) {
    if (rows > 0) {
      leftOut.add(
          rows == 1
              ? "1 row without a value of %s was left out.".formatted(what)
              : "%d rows without a value of %s were left out.".formatted(rows, what));
    }
  }
}
