package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.osgi.service.component.annotations.Component;

/**
 * Every client holds rows of exactly k classes; each class is split evenly among those that hold it,
 * earlier clients having the odd rows. The pathological non-IID case of McMahan et al. 2017, section
 * 3, with the classes assigned by one of three rules (client and class indices from 0, C classes):
 *
 * <ul>
 *   <li>{@code first-and-random}: client i holds class i mod C and k − 1 others drawn at random
 *       without replacement; the rows of a class are shuffled first.
 *   <li>{@code deterministic}: client i holds classes i, i + 1, …, i + k − 1 mod C; rows in file order,
 *    X
 *
 * <p>Deviation: McMahan et al. cut the sorted rows into shards, which gives a client at most, not
 * exactly, k classes. There is no minimum to be met by moving rows, as that would give a client a
 * class too many; a client or class that comes out empty is refused.
 */
@Component(service = ComponentFactory.class)
public final class PathologicalPartitioner implements PartitionerFactory {

  private static final String CLASSES = "classesPerClient";
  private static final String ASSIGNMENT = "assignment";
  private static final String FIRST_AND_RANDOM = "first-and-random";
  private static final String DETERMINISTIC = "deterministic";
  private static final String RANDOM = "random";
  private static final int NOBODY = -1;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "pathological",
          "Few classes a client",
          "Every client holds rows of only so many classes, each class split evenly among its holders.",
          "McMahan et al. 2017, section 3",
          List.of(
              Deal.clientsParameter(),
              ParameterDescriptor.integer(
                      CLASSES, Range.atLeast(1), "Number of classes that every client holds.")
                  .withDefault(2)
                  .withUnit("classes"),
              ParameterDescriptor.choice(
                      ASSIGNMENT,
                      List.of(FIRST_AND_RANDOM, DETERMINISTIC, RANDOM),
                      "Which classes client i of C classes holds: first-and-random takes class i mod C and"
                          + " others at random; deterministic takes i mod C and those that follow; random takes all"
                          + " at random.")
                  .withDefault(FIRST_AND_RANDOM)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    int held = values.integer(CLASSES);
    String assignment = values.text(ASSIGNMENT);
    return request -> deal(request, clients, held, assignment);
  }

  private static Partition deal(PartitionRequest request, int clients, int held, String assignment) {
    if (held > request.classes()) {
      throw new InvalidInputException(
          Problem.atField(
              "partition." + CLASSES,
              "A client can't hold %d classes, as there are only %d."
                  .formatted(held, request.classes())));
    }
    Deal.checkEnoughRows(request.labels().length, clients, 1);
    List<List<Integer>> holders = holders(request, clients, held, assignment);
    int[] rows = Deal.sizes(request.labels(), request.classes());
    if (assignment.equals(RANDOM)) {
      passOn(holders, rows, request.random());
    }
    for (int label = 0; label < request.classes(); label++) {
      checkHeld(label, rows[label], holders.get(label), clients);
    }
    int[] clientOfRow = split(request, holders, !assignment.equals(DETERMINISTIC));
    checkServed(Deal.sizes(clientOfRow, clients));
    return Deal.numbered(clientOfRow, clients);
  }

  /** For every class the clients that hold it, ascending. */
  static List<List<Integer>> holders(PartitionRequest request, int clients, int held, String assignment) {
    List<List<Integer>> holders = new ArrayList<>();
    for (int label = 0; label < request.classes(); label++) {
      holders.add(new ArrayList<>());
    }
    for (int client = 0; client < clients; client++) {
      for (int label : classesOf(client, request.classes(), held, assignment, request.random())) {
        holders.get(label).add(client);
      }
    }
    return holders;
  }

  private static int[] classesOf(
      int client, int classes, int held, String assignment, RandomStream stream) {
    int first = client % classes;
    if (assignment.equals(RANDOM)) {
      int[] all = IntStream.range(0, classes).toArray();
      stream.shuffle(all);
      return Arrays.copyOf(all, held);
    }
    int[] following = IntStream.range(1, classes).map(i -> (first + i) % classes).toArray();
    if (assignment.equals(FIRST_AND_RANDOM)) {
      stream.shuffle(following);
    }
    return IntStream.concat(IntStream.of(first), Arrays.stream(following).limit(held - 1)).toArray();
  }

  /** Gives every class with rows that nobody holds to a random client, in place of one that others hold too. */
  private static void passOn(List<List<Integer>> holders, int[] rows, RandomStream random) {
    for (int label = 0; label < rows.length; label++) {
      if (rows[label] == 0 || !holders.get(label).isEmpty()) {
        continue;
      }
      List<List<Integer>> shared = holders.stream().filter(clients -> clients.size() > 1).toList();
      int places = shared.stream().mapToInt(List::size).sum();
      if (places > 0) {
        int place = random.nextInt(places);
        int of = 0;
        while (place >= shared.get(of).size()) {
          place -= shared.get(of++).size();
        }
        holders.get(label).add(shared.get(of).remove(place));
      }
    }
  }

  /** The client of every row; {@link #NOBODY} for rows of classes that nobody holds. */
  static int[] split(PartitionRequest request, List<List<Integer>> holders, boolean shuffled) {
    int[] clientOfRow = new int[request.labels().length];
    Arrays.fill(clientOfRow, NOBODY);
    List<int[]> rowsByClass = Deal.rowsByClass(request.labels(), request.classes());
    for (int label = 0; label < rowsByClass.size(); label++) {
      int[] rows = rowsByClass.get(label);
      if (shuffled) {
        request.random().shuffle(rows);
      }
      if (!holders.get(label).isEmpty()) {
        split(rows, holders.get(label), clientOfRow);
      }
    }
    return clientOfRow;
  }

  private static void split(int[] rows, List<Integer> holders, int[] clientOfRow) {
    int[] sizes = Deal.evenSizes(rows.length, holders.size());
    int at = 0;
    for (int place = 0; place < sizes.length; place++) {
      for (int i = 0; i < sizes[place]; i++) {
        clientOfRow[rows[at++]] = holders.get(place);
      }
    }
  }

  private static void checkHeld(int label, int rows, List<Integer> holders, int clients) {
    if (rows > 0 && holders.isEmpty()) {
      throw new InvalidInputException(
          Problem.atField(
              "partition." + Deal.CLIENTS,
              ("With %d clients nobody holds class number %d, and its %d rows would be lost. Use at least as"
                      + " many clients as there are classes, or more classes per client.")
                  .formatted(clients, label + 1, rows)));
    }
  }

  private static void checkServed(int[] sizes) {
    for (int client = 0; client < sizes.length; client++) {
      if (sizes[client] == 0) {
        throw new InvalidInputException(
            Problem.atField(
                "partition." + Deal.CLIENTS,
                ("'%s' has no rows: the classes it holds have fewer rows than clients that hold them. Use"
                        + " fewer clients, or more classes per client.")
                    .formatted(Deal.name(client + 1))));
      }
    }
  }
}
