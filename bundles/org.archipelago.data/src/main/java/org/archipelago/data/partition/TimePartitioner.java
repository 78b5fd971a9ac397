package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.osgi.service.component.annotations.Component;

/**
 * Rows in the order of time, cut into periods, one a client: the first client has the oldest rows. Periods have as many
 * rows each, those of the same time in the order of the source, or last as long each; a period without rows becomes no
 * client, and is noted.
 */
@Component(service = ComponentFactory.class)
public final class TimePartitioner implements PartitionerFactory {

  private static final String PERIODS = "periods";
  private static final String ROWS = "equal-rows";
  private static final String LENGTH = "equal-length";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "time",
          "By time",
          "Rows are put in order of time and cut into periods; every client has a period.",
          "",
          List.of(
              Deal.clientsParameter(),
              ContinuousPartitioner.orderColumn(),
              ParameterDescriptor.choice(
                      PERIODS, List.of(ROWS, LENGTH), "Whether periods have as many rows each, or last as long each.")
                  .withDefault(ROWS)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    String column = values.text(NaturalPartitioner.COLUMN);
    boolean equalRows = values.text(PERIODS).equals(ROWS);
    return request -> deal(request, clients, column, equalRows);
  }

  private static Partition deal(PartitionRequest request, int clients, String column, boolean equalRows) {
    Deal.checkEnoughRows(request.labels().length, clients, 1);
    double[] times = ColumnNumbers.of(request, column);
    checkAllKnown(times, column);
    if (!equalRows) {
      return byLength(times, clients);
    }
    int[] clientOfRow = new int[times.length];
    Deal.give(ColumnNumbers.order(times), Deal.evenSizes(times.length, clients), clientOfRow);
    return Deal.numbered(clientOfRow, clients);
  }

  private static void checkAllKnown(double[] times, String column) {
    long missing = Arrays.stream(times).filter(Double::isNaN).count();
    if (missing > 0) {
      throw new InvalidInputException(
          Problem.atField(
              "partition." + NaturalPartitioner.COLUMN,
              ("Rows without a value of '%s' belong to no time: %d. Leave them out (data.missing: drop-rows, where the"
                      + " column is a feature), or choose another column.")
                  .formatted(column, missing)));
    }
  }

  private static Partition byLength(double[] times, int clients) {
    double first = Arrays.stream(times).min().orElseThrow();
    double length = Arrays.stream(times).max().orElseThrow() - first;
    int[] periods =
        Arrays.stream(times)
            .mapToInt(time -> (int) Math.min(clients - 1, Math.floor((time - first) / length * clients)))
            .toArray();
    int[] sizes = Deal.sizes(periods, clients);
    int[] filled = IntStream.range(0, clients).filter(period -> sizes[period] > 0).toArray();
    int[] clientOfPeriod = new int[clients];
    for (int client = 0; client < filled.length; client++) {
      clientOfPeriod[filled[client]] = client;
    }
    List<String> notes = new ArrayList<>();
    if (filled.length < clients) {
      notes.add(
          "Periods without rows, which are no clients: %d of %d.".formatted(clients - filled.length, clients));
    }
    return Deal.named(
        Arrays.stream(periods).map(period -> clientOfPeriod[period]).toArray(),
        Arrays.stream(filled).mapToObj(period -> Deal.name(period + 1)).toList(),
        notes);
  }
}
