package org.archipelago.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.scaling.ClientSums;
import org.archipelago.data.scaling.Scaling;
import org.archipelago.data.scaling.ScalingFactory;
import org.archipelago.data.scaling.ValueRange;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;

/**
 * Does what an experiment's sections {@code data} and {@code partition} say: reads the table, draws
 * the common hold-out, deals the other rows to clients, lets clients keep rows back, scales by what
 * the clients contribute, and encodes.
 */
public final class DatasetLoader {

  private final ParameterValues options;
  private final Seed seed;
  private final ProgressListener progress;
  private final Optional<DataSource> testSource;
  private final Optional<DataSource> serverSource;
  private final SourceRows rows;
  private final Table table;
  private final Target target;
  private final Optional<TextColumn> text;
  private final FeatureColumns features;
  private final List<String> notes = new ArrayList<>();

  private DatasetLoader(
      Experiment experiment,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    options = experiment.section(ComponentKind.DATA).parameters();
    seed = experiment.seed();
    this.progress = progress;
    testSource = other(DatasetSection.TEST_SOURCE, baseFolder);
    serverSource = other(DatasetSection.SERVER_SOURCE, baseFolder);
    rows = SourceRows.read(experiment, baseFolder, modelSupports, modelId, progress);
    table = rows.table();
    target = rows.target();
    text = rows.text();
    features = rows.features();
  }

  /**
   * Loads an experiment's data. The same experiment and file give the same bits.
   *
   * @param catalog where the partitioner and the scaling are found
   * @param baseFolder what a relative {@code data.source} is relative to: the experiment file's folder
   * @param modelSupports which tasks the experiment's model can learn
   * @param modelId that model's id, for messages
   * @throws InvalidInputException if anything of it can't be done; the message names file and line, or
   *     the field, and says what would do
   */
  public static FederatedDataset load(
      Experiment experiment,
      Catalog catalog,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    return new DatasetLoader(experiment, baseFolder, modelSupports, modelId, progress)
        .load(
            partitioner(experiment, catalog),
            scaling(experiment, catalog),
            experiment.section(ComponentKind.DATA).parameters().number(DatasetSection.CLIENT_TEST));
  }

  /**
   * Loads an experiment's data with all rows that are dealt on a single client, in the order of the table, none kept
   * back: what rows are before anybody deals them.
   *
   * @see #load(Experiment, Catalog, Path, Predicate, String, ProgressListener)
   */
  public static FederatedDataset loadPooled(
      Experiment experiment,
      Catalog catalog,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    return new DatasetLoader(experiment, baseFolder, modelSupports, modelId, progress)
        .load(new PooledPartitioner(partitioner(experiment, catalog)), scaling(experiment, catalog), 0);
  }

  private static Partitioner partitioner(Experiment experiment, Catalog catalog) {
    ComponentSpec partition = experiment.section(ComponentKind.PARTITIONER);
    return catalog
        .get(ComponentKind.PARTITIONER, partition.id(), PartitionerFactory.class)
        .create(partition.parameters());
  }

  private static Scaling scaling(Experiment experiment, Catalog catalog) {
    ComponentSpec scaling =
        experiment.section(ComponentKind.DATA).parameters().component(DatasetSection.SCALING);
    return catalog
        .get(ComponentKind.SCALING, scaling.id(), ScalingFactory.class)
        .create(scaling.parameters());
  }

  private Optional<DataSource> other(String field, Path baseFolder) {
    return options.has(field)
        ? Optional.of(DataSource.resolve("data." + field, options.text(field), baseFolder))
        : Optional.empty();
  }

  private FederatedDataset load(Partitioner partitioner, Scaling scaling, double clientTest) {
    notes.addAll(rows.notes());
    Split split = split(partitioner, clientTest);
    ClientSums sums = new ClientSums(split.trainingRows());
    SchemaFitting fitting =
        new SchemaFitting(
            features.columns(),
            rows.usable(),
            scaling,
            publicRange(),
            sums);
    notes.addAll(fitting.notes());
    Affine targetMap = scaleTarget(sums);
    SchemaWords vocabulary = text.map(column -> column.learn(split)).orElse(SchemaWords.NONE);
    Schema schema = schema(fitting.columns(), targetMap, vocabulary);
    double[] targets = Arrays.stream(target.values()).map(targetMap::apply).toArray();
    RowEncoder columns = new RowEncoder(table, schema.columns());
    Function<int[], Examples> encoder =
        some ->
            text.map(column -> column.encode(some, targets))
                .orElseGet(() -> columns.encode(some, targets));
    List<ClientDataset> clients = encode(split.clients(), encoder);
    CommonTest test =
        testSource
            .map(other -> CommonTest.read(other, schema, progress))
            .orElseGet(
                () ->
                    CommonTest.drawn(
                        rows.source(), table, split.heldOut(), encoder.apply(split.heldOut())));
    text.ifPresent(column -> notes.addAll(column.notes()));
    notes.addAll(test.notes());
    Optional<OtherSource> serverFile =
        serverSource.map(other -> OtherSource.read(other, schema, "Server", progress));
    serverFile.ifPresent(own -> notes.addAll(own.notes()));
    Optional<Examples> server =
        serverFile
            .map(OtherSource::examples)
            .or(() -> Optional.of(encoder.apply(split.server())).filter(own -> own.rows() > 0));
    server.ifPresent(own -> noteServer(own.rows()));
    List<String> hashes = new ArrayList<>(test.ownHash().stream().toList());
    serverFile.ifPresent(own -> hashes.add(own.hash()));
    return new FederatedDataset(
        target.task(),
        schema.features(),
        clients,
        test.rows(),
        test.source(),
        test.lines(),
        server,
        targetMap.offset(),
        targetMap.scale(),
        new Summaries(rows.name(), target.task(), schema.features()).of(clients, test.rows(), notes),
        hashes.stream().reduce(table.sha256(), OtherSource::hash),
        split.hash(),
        schema,
        rows.warnings());
  }

  private Optional<ValueRange> publicRange() {
    return rows.source()
        .sample()
        .flatMap(SampleDataset::publicRange)
        .or(() -> table.image().map(bytes -> new ValueRange(0, 255)));
  }

  private Schema schema(List<SchemaColumn> columns, Affine targetMap, SchemaWords words) {
    return new Schema(
        target.task(),
        !target.isNumber()
            && FeatureColumns.named(table, target.task().target(), "data.target") instanceof NumericColumn,
        columns,
        rows.dropsRows(),
        target.isNumber()
            && options.text(DatasetSection.TARGET_TRANSFORM).equals(DatasetSection.LOG),
        targetMap,
        words.present()
            ? List.of()
            : image(columns.stream().mapToInt(column -> column.features().size()).sum()),
        words,
        DatasetSection.format(options).withoutColumns());
  }

  /** The image that the features are: as asked for, else as the data says, where no column is left out. */
  private List<Integer> image(int columns) {
    Optional<ImageSize> image =
        SourceRows.askedImage(options)
            .or(
                () ->
                    rows.source()
                        .sample()
                        .flatMap(SampleDataset::image)
                        .or(table::image)
                        .filter(known -> known.values() == columns));
    if (image.isPresent() && image.get().values() != columns) {
      throw new InvalidInputException(
          Problem.atField(
              "data.image",
              ("An image of %s has %,d values, but the data has %,d features; drop the columns that are no"
                      + " pixels, or give the size that the images have.")
                  .formatted(image.get(), image.get().values(), columns)));
    }
    return image.map(size -> List.of(size.height(), size.width(), size.channels())).orElse(List.of());
  }

  private Split split(Partitioner partitioner, double clientTest) {
    UndealtRows undealt = rows.undealt(partitioner);
    Partition partition = undealt.deal(partitioner, seed);
    notes.addAll(partition.notes());
    return new Split(
        table.rows(),
        undealt.reserved().heldOut(),
        undealt.reserved().server(),
        ClientRows.split(partition, undealt.rows(), clientTest, seed, rows.groups()));
  }

  private void noteServer(int rows) {
    notes.add(
        rows == 1
            ? "The server owns 1 row, which no client has and no figure is measured on; ε does not cover it."
            : "The server owns %d rows, which no client has and no figure is measured on; ε does not cover them."
                .formatted(rows));
  }

  private Affine scaleTarget(ClientSums sums) {
    if (!target.isNumber()
        || options.text(DatasetSection.TARGET_SCALING).equals(DatasetSection.NONE)) {
      return Affine.IDENTITY;
    }
    Affine map = sums.of(row -> target.values()[row]).standardising();
    notes.add(
        String.format(
            Locale.ROOT,
            "Mean %.4g and deviation %.4g of the target were added up over the clients without noise: not"
                + " covered by ε. The sums of a client with one row are that row.",
            map.offset(),
            map.scale()));
    return map;
  }

  /** Share of the features' values in these rows that are not missing. */
  private double present(int[] some) {
    long missing =
        features.columns().stream()
            .mapToLong(column -> Arrays.stream(some).filter(column::isMissing).count())
            .sum();
    return 1 - (double) missing / Math.max(1, (long) some.length * features.columns().size());
  }

  private List<ClientDataset> encode(List<ClientRows> clients, Function<int[], Examples> encoder) {
    Rebalancing rebalancing =
        new Rebalancing(
            DatasetSection.rebalance(options), target.task(), row -> (int) target.values()[row], seed);
    List<ClientDataset> encoded = new ArrayList<>();
    for (ClientRows client : clients) {
      encoded.add(encode(client, encoder, encoded.size(), rebalancing));
    }
    rebalancing.note().ifPresent(notes::add);
    return encoded;
  }

  private ClientDataset encode(
      ClientRows client, Function<int[], Examples> encoder, int index, Rebalancing rebalancing) {
    int[] train = rebalancing.rows(index, client.train());
    return new ClientDataset(
        client.name(),
        encoder.apply(train).weighted(rebalancing.weights(train)),
        present(client.train()),
        client.test().length == 0 ? Optional.empty() : Optional.of(encoder.apply(client.test())),
        rebalancing.resamples() && client.test().length == 0
            ? Optional.of(encoder.apply(client.train()))
            : Optional.empty());
  }
}
