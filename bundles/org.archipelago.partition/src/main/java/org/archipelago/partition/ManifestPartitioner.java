package org.archipelago.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.data.Reserved;
import org.archipelago.data.SourceRows;
import org.osgi.service.component.annotations.Component;

/**
 * Deals rows as a saved partition says, to the row: the hold-out and the server's rows are its own, too. Refused on data
 * of another hash than it was made of.
 */
@Component(service = ComponentFactory.class)
public final class ManifestPartitioner implements PartitionerFactory {

  /** The partitioner's id. */
  public static final String ID = "manifest";

  /** The parameter that names the file. */
  public static final String FILE = "file";

  private static final String FIELD = "partition.file";
  private static final int MOST_NAMES = 5;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          ID,
          "Saved partition",
          "Rows are dealt as a file of the partition studio says, its hold-out and the server's rows included.",
          "",
          List.of(
              ParameterDescriptor.text(
                  FILE,
                  "Path of the file (.partition.json), relative to the experiment's folder; the partition studio and"
                      + " archipelago partition write it.")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    return new OfFile(values.text(FILE));
  }

  private record OfFile(String file) implements Partitioner {

    @Override
    public Optional<Reserved> reserved(SourceRows rows) {
      Manifest manifest = read(rows.baseFolder());
      if (!manifest.data().hash().equals(rows.hash())) {
        throw otherData(manifest, rows);
      }
      Reserved reserved = rows.without(manifest.reserved()).reserved();
      if (rows.hasTestSource() && reserved.heldOut().length > 0) {
        throw twice("holds out", reserved.heldOut().length, "testSource");
      }
      if (rows.hasServerSource() && reserved.server().length > 0) {
        throw twice("leaves to the server", reserved.server().length, "serverSource");
      }
      return Optional.of(reserved);
    }

    @Override
    public Partition partition(PartitionRequest request) {
      Manifest manifest = read(request.origin().baseFolder());
      int clients = manifest.clients().size();
      int[] rows = request.origin().rows();
      int[] clientOfRow = new int[rows.length];
      int[] sizes = new int[clients];
      for (int i = 0; i < rows.length; i++) {
        int place = rows[i] < manifest.places().length ? manifest.places()[rows[i]] : Draft.NOBODY;
        clientOfRow[i] = place;
        if (place >= 0) {
          sizes[place]++;
        }
      }
      refuseEmpty(manifest.clients(), sizes);
      List<int[]> dealt = Arrays.stream(sizes).mapToObj(int[]::new).toList();
      int[] filled = new int[clients];
      for (int i = 0; i < rows.length; i++) {
        if (clientOfRow[i] >= 0) {
          dealt.get(clientOfRow[i])[filled[clientOfRow[i]]++] = i;
        }
      }
      return new Partition(manifest.clients(), dealt, notes(manifest, rows.length - Arrays.stream(sizes).sum()));
    }

    private List<String> notes(Manifest manifest, int nobodys) {
      List<String> notes = new ArrayList<>();
      notes.add(
          ("The partition, its hold-out of %d rows and the server's %d rows are those of %s; data.test and"
                  + " data.serverRows were not asked.")
              .formatted(
                  manifest.reserved().heldOut().length, manifest.reserved().server().length, file));
      if (nobodys > 0) {
        notes.add("%d rows are in the reserve of %s: no client has them.".formatted(nobodys, file));
      }
      return notes;
    }

    private Manifest read(Path baseFolder) {
      try {
        Path path = baseFolder.resolve(file);
        if (!Files.isRegularFile(path)) {
          throw problem(
              "There is no file %s. Name a file of the partition studio (%s), relative to the experiment's folder."
                  .formatted(path.toAbsolutePath().normalize(), Manifest.ENDING));
        }
        return Manifest.read(path);
      } catch (InvalidPathException e) {
        throw problem("'%s' can't be the path of a file: %s.".formatted(file, e.getReason()));
      } catch (IOException e) {
        throw problem("The file %s can't be read: %s.".formatted(file, e.getMessage()));
      }
    }

    private InvalidInputException otherData(Manifest manifest, SourceRows rows) {
      List<String> differences =
          manifest.differences(PartitionData.of(rows.without(manifest.reserved())));
      return problem(
          ("The partition %s was made of other data. %s Carry it over to this data in the partition studio or by"
                  + " archipelago partition, or make it anew.")
              .formatted(file, String.join(" ", differences)));
    }

    private InvalidInputException twice(String does, int rows, String option) {
      return problem(
          "The partition %s %s %d rows, and data.%s is a source of its own for that; leave the one or the other out."
              .formatted(file, does, rows, option));
    }

    private void refuseEmpty(List<String> clients, int[] sizes) {
      List<String> empty = new ArrayList<>();
      for (int client = 0; client < sizes.length; client++) {
        if (sizes[client] == 0) {
          empty.add("'" + clients.get(client) + "'");
        }
      }
      if (!empty.isEmpty()) {
        int more = empty.size() - MOST_NAMES;
        throw problem(
            "No rows are on %s of the partition %s. Give them some, or remove them, in the partition studio."
                .formatted(
                    String.join(", ", empty.subList(0, Math.min(MOST_NAMES, empty.size())))
                        + (more > 0 ? " and %d more clients".formatted(more) : ""),
                    file));
      }
    }

    private static InvalidInputException problem(String message) {
      return new InvalidInputException(Problem.atField(FIELD, message));
    }
  }
}
