package org.archipelago.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.partition.DataOrigin;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.ManifestPartitioner;
import org.archipelago.partition.Recipe;
import org.archipelago.partition.vertical.VerticalPartitioner;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All partitioners of the program keep their contract, but the vertical one, which deals columns and no rows. */
@ParameterizedClass
@MethodSource("partitioners")
class PartitionersTest extends PartitionerContract {

  @TempDir static Path folder;

  private final PartitionerFactory factory;

  PartitionersTest(PartitionerFactory factory) {
    this.factory = factory;
  }

  static Stream<Named<PartitionerFactory>> partitioners() {
    return ServiceLoader.load(ComponentFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(PartitionerFactory.class::isInstance)
        .map(PartitionerFactory.class::cast)
        .filter(factory -> !factory.descriptor().id().equals(VerticalPartitioner.ID))
        .map(factory -> Named.of(factory.descriptor().id(), factory));
  }

  @Override
  protected PartitionerFactory factory() {
    return factory;
  }

  @Override
  protected Map<String, Object> given() {
    return switch (factory.descriptor().id()) {
      case "natural" -> Map.of("column", "site");
      case "natural-groups" ->
          Map.of("column", "site", "groups", List.of(List.of("site 0", "site 2"), List.of("site 1", "site 3")));
      case "natural-columns" -> Map.of("columns", List.of("site", "number"), "valuesPerClient", 7);
      case "pachinko" -> Map.of("clients", 6, "column", "site");
      case "continuous", "time" -> Map.of("clients", 6, "column", "number");
      case "size-list" -> Map.of("sizes", List.of(1.0, 2.0, 5.0));
      case ManifestPartitioner.ID -> Map.of(ManifestPartitioner.FILE, saved().toString());
      default -> Map.of("clients", 6);
    };
  }

  /** A saved partition of the contract's rows, some of them in its reserve. */
  private Path saved() {
    Path file = folder.resolve("rows.partition.json");
    DataOrigin data =
        new DataOrigin(
            new ParameterValues(Map.of("source", "rows.csv")),
            new Seed(1),
            Task.Kind.CLASSIFICATION,
            "",
            ROWS,
            "label",
            List.of("a"),
            List.of(ROWS));
    int[] places =
        IntStream.range(0, ROWS).map(row -> row % 7 == 6 ? Manifest.IN_RESERVE : row % 7).toArray();
    List<String> clients = IntStream.range(0, 6).mapToObj(client -> "site " + client).toList();
    try {
      new Manifest(folder, data, Recipe.UNKNOWN, clients, places, new boolean[6]).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
