package org.archipelago.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;

/** Data, rules and drafts for the tests of this bundle. */
public final class Fixtures {

  public static final Catalog CATALOG = Catalog.load();

  private static final Path NOWHERE = Path.of("");

  private Fixtures() {}

  /** A partitioner, its defaults filled in. */
  public static ComponentSpec rule(String id, Map<String, Object> given) {
    return spec(ComponentKind.PARTITIONER, id, given);
  }

  /** An experiment on that data. */
  public static Experiment experiment(long seed, Map<String, Object> data, ComponentSpec rule) {
    Map<String, Object> given = new HashMap<>(Map.of("scaling", spec(ComponentKind.SCALING, "auto", Map.of())));
    given.putAll(data);
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      sections.put(kind, new ComponentSpec("any", ParameterValues.NONE));
    }
    sections.put(ComponentKind.DATA, spec(ComponentKind.DATA, "dataset", given));
    sections.put(ComponentKind.PARTITIONER, rule);
    return new Experiment("test", "", new Seed(seed), sections);
  }

  /** What an experiment with a model that learns everything deals. */
  public static PartitionData load(Path folder, Experiment experiment) {
    return PartitionData.load(experiment, CATALOG, folder, kind -> true, "any", ProgressListener.NONE);
  }

  /** Rows of patients in turn, each of whom has one of three classes, and whose rows are kept together. */
  public static PartitionData ofPatients(Path folder, int rows, int patients) throws IOException {
    StringBuilder text = new StringBuilder("x,patient,label\n");
    for (int row = 0; row < rows; row++) {
      text.append("%d,p%d,c%d%n".formatted(row, row % patients, row % patients % 3));
    }
    Files.writeString(folder.resolve("rows.csv"), text);
    return load(
        folder,
        experiment(
            1,
            Map.of("source", "rows.csv", "target", "label", "group", "patient", "drop", List.of("patient")),
            rule("iid", Map.of("clients", 4))));
  }

  public static PartitionData load(Experiment experiment) {
    return load(NOWHERE, experiment);
  }

  /** Rows without a table: row i has class i modulo the number of classes. */
  public static PartitionData rows(int count, int classes) {
    return new PartitionData(
        "rows.csv",
        "0".repeat(64),
        "label",
        IntStream.range(0, classes).mapToObj(label -> "class " + label).toList(),
        IntStream.range(0, count).map(row -> row % classes).toArray(),
        IntStream.range(0, count).toArray());
  }

  /** The rows dealt in turn to as many clients, so that every client has as many of every class as it can. */
  public static Draft dealtInTurn(PartitionData data, int clients) {
    List<String> names = IntStream.rangeClosed(1, clients).mapToObj(number -> "client " + number).toList();
    int classes = data.classes().size();
    return Draft.of(
        data, names, IntStream.range(0, data.rows()).map(row -> row / classes % clients).toArray());
  }

  private static ComponentSpec spec(ComponentKind kind, String id, Map<String, Object> given) {
    ParameterValues values =
        CATALOG.find(kind, id).orElseThrow().descriptor().withDefaults(new ParameterValues(given));
    return new ComponentSpec(id, values);
  }
}
