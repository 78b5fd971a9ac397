package org.archipelago.partition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.archipelago.core.Experiment;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.data.SourceRows;
import org.archipelago.data.UndealtRows;

/**
 * What is cut into clients: the rows of one source that are neither in the common hold-out nor the server's.
 *
 * @param source as the experiment names it
 * @param hash SHA-256 of the data as read, hexadecimal
 * @param target name of the target
 * @param classes names of the classes, or of the tenths of a numeric target; at least one
 * @param labels class of every row
 * @param tableRows row of the table, from 0, of every row; ascending
 * @param groupOfRow for every row the number of the group that it is kept together with; nothing where every row is for
 *     itself
 * @param origin what rules look at besides; nothing where there is no table
 */
public record PartitionData(
    String source,
    String hash,
    String target,
    List<String> classes,
    int[] labels,
    int[] tableRows,
    Optional<int[]> groupOfRow,
    Optional<UndealtRows> origin) {

  public PartitionData {
    classes = List.copyOf(classes);
    if (labels.length != tableRows.length) {
      throw new IllegalArgumentException(labels.length + " labels for " + tableRows.length + " rows");
    }
  }

  /** Rows without a table. */
  public PartitionData(
      String source, String hash, String target, List<String> classes, int[] labels, int[] tableRows) {
    this(source, hash, target, classes, labels, tableRows, Optional.empty(), Optional.empty());
  }

  /** What is left to deal of rows. */
  public static PartitionData of(UndealtRows rows) {
    SourceRows of = rows.of();
    return new PartitionData(
        of.name(),
        of.hash(),
        of.task().target(),
        rows.classes(),
        rows.labels(),
        rows.rows(),
        rows.groupOfRow(),
        Optional.of(rows));
  }

  /**
   * Reads an experiment's data and draws its hold-out and the server's rows as a run of it would; nothing is encoded.
   *
   * @param catalog where the partitioner is found
   * @param baseFolder what a relative {@code data.source} is relative to
   * @param modelSupports which tasks the experiment's model can learn
   * @param modelId that model's id, for messages
   * @throws org.archipelago.core.InvalidInputException if the data can't be read, or has no such target; the message
   *     names file and line, or the field, and says what would do
   */
  public static PartitionData load(
      Experiment experiment,
      Catalog catalog,
      Path baseFolder,
      Predicate<Task.Kind> modelSupports,
      String modelId,
      ProgressListener progress) {
    SourceRows rows = SourceRows.read(experiment, baseFolder, modelSupports, modelId, progress);
    return of(rows.undealt(partitioner(experiment.section(ComponentKind.PARTITIONER), catalog)));
  }

  static Partitioner partitioner(ComponentSpec rule, Catalog catalog) {
    return catalog.get(ComponentKind.PARTITIONER, rule.id(), PartitionerFactory.class).create(rule.parameters());
  }

  /** Rows that are dealt. */
  public int rows() {
    return labels.length;
  }
}
