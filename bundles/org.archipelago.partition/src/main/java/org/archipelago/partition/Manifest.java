package org.archipelago.partition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.Reserved;
import org.archipelago.data.RowPlaces;
import org.archipelago.data.SourceRows;
import org.archipelago.data.UndealtRows;

/**
 * A partition as it is saved: which row went where, how it came about, and of which data. The file's name ends in
 * {@link #ENDING}.
 *
 * @param folder what relative paths of the data are relative to: the folder that the file is in
 * @param data what it was made of
 * @param recipe how it came about
 * @param clients their names, none twice
 * @param places for every row of the table its client's index, {@link RowPlaces#HELD_OUT}, {@link RowPlaces#AT_SERVER},
 *     {@link #IN_RESERVE} or {@link RowPlaces#NOWHERE}
 * @param locked for every client and class whether the cell is locked: client × classes + class
 */
public record Manifest(
    Path folder, DataOrigin data, Recipe recipe, List<String> clients, int[] places, boolean[] locked) {

  /** What the names of such files end in. */
  public static final String ENDING = ".partition.json";

  /** In place of a client's index: the row may be dealt, and no client has it. */
  public static final int IN_RESERVE = -4;

  public Manifest {
    clients = List.copyOf(clients);
    if (places.length != data.tableRows()) {
      throw new IllegalArgumentException(places.length + " places for " + data.tableRows() + " rows");
    }
  }

  /** A draft as it is, with how it came about. Its data must have been read from a table. */
  public static Manifest of(Draft draft, Recipe recipe) {
    UndealtRows rows =
        draft.data().origin().orElseThrow(() -> new IllegalArgumentException("rows without a table"));
    SourceRows source = rows.of();
    int[] places = new int[source.tableRows()];
    Arrays.fill(places, RowPlaces.NOWHERE);
    Arrays.stream(rows.reserved().heldOut()).forEach(row -> places[row] = RowPlaces.HELD_OUT);
    Arrays.stream(rows.reserved().server()).forEach(row -> places[row] = RowPlaces.AT_SERVER);
    for (int i = 0; i < rows.rows().length; i++) {
      int client = draft.clientOfRow()[i];
      places[rows.rows()[i]] = client == Draft.NOBODY ? IN_RESERVE : client;
    }
    DataOrigin data =
        new DataOrigin(
            source.options(),
            source.seed(),
            source.task().kind(),
            source.hash(),
            source.tableRows(),
            source.task().target(),
            rows.classes(),
            counts(rows.labels(), rows.classes().size()));
    return new Manifest(
        source.baseFolder().toAbsolutePath().normalize(),
        data,
        recipe,
        draft.clients(),
        places,
        draft.locked());
  }

  static List<Integer> counts(int[] labels, int classes) {
    int[] counts = new int[classes];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return Arrays.stream(counts).boxed().toList();
  }

  /**
   * Reads a manifest.
   *
   * @throws InvalidInputException if the file is none, is damaged, or was written by a later version
   */
  public static Manifest read(Path file) throws IOException {
    return ManifestJson.read(file);
  }

  /**
   * Writes or replaces a manifest, whole or not at all.
   *
   * @throws IOException if it can't be done; the message names the file, the reason and what helps
   */
  public void write(Path file) throws IOException {
    ManifestJson.write(in(file.toAbsolutePath().normalize().getParent()), file);
  }

  /** The same with relative paths of the data said from another folder. */
  Manifest in(Path otherFolder) {
    ParameterValues moved = MovedPaths.of(data.options(), folder, otherFolder);
    DataOrigin there =
        new DataOrigin(
            moved,
            data.seed(),
            data.task(),
            data.hash(),
            data.tableRows(),
            data.target(),
            data.classes(),
            data.dealt());
    return new Manifest(otherFolder, there, recipe, clients, places, locked);
  }

  /** SHA-256 of where every row is, as runs record it whose clients keep no rows back; hexadecimal. */
  public String hash() {
    return RowPlaces.hash(
        Arrays.stream(places).map(place -> place == IN_RESERVE ? RowPlaces.NOWHERE : place).toArray());
  }

  /** Rows of the table that are held out, and the server's. */
  public Reserved reserved() {
    return new Reserved(rowsAt(RowPlaces.HELD_OUT), rowsAt(RowPlaces.AT_SERVER));
  }

  /** Rows of the table in a place, ascending. */
  int[] rowsAt(int place) {
    return IntStream.range(0, places.length).filter(row -> places[row] == place).toArray();
  }

  /**
   * Reads the data that it was made of as it is now, with the manifest's hold-out.
   *
   * @throws InvalidInputException if the data is not there any more, can't be read, or has no such target
   */
  public PartitionData load(Catalog catalog, ProgressListener progress) {
    ParameterValues options =
        catalog.describe(ComponentKind.DATA, "dataset").orElseThrow().withDefaults(data.options());
    SourceRows rows = SourceRows.read(options, data.seed(), folder, data.task(), progress);
    return PartitionData.of(rows.without(reserved()));
  }

  /**
   * What is other than when it was made: sentences in English, none where nothing is.
   *
   * @param now read with {@link #load}, or for an experiment
   */
  public List<String> differences(PartitionData now) {
    return new ManifestDifferences(this, now).sentences();
  }

  /**
   * The draft of data as it is now: rows by their place in the table. New rows are in the reserve; locks are those of
   * classes of the same name.
   */
  public Draft draft(PartitionData now) {
    int[] clientOfRow =
        Arrays.stream(now.tableRows())
            .map(row -> row < places.length && places[row] >= 0 ? places[row] : Draft.NOBODY)
            .toArray();
    int classes = now.classes().size();
    boolean[] locks = new boolean[clients.size() * classes];
    for (int label = 0; label < classes; label++) {
      int before = data.classes().indexOf(now.classes().get(label));
      for (int client = 0; before >= 0 && client < clients.size(); client++) {
        locks[client * classes + label] = locked[client * data.classes().size() + before];
      }
    }
    return new Draft(now, clients, clientOfRow, locks);
  }
}
