package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.List;
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
 * Rows in the order of {@code strictness · z + (1 − strictness) · ε}, cut into equal parts: z is a column of numbers
 * brought to mean 0 and deviation 1, ε standard normal noise (the continuous partitioner of Flower). So clients differ in
 * the column, and in what goes with it, as much as strictness says.
 *
 * <p>Deviation: rows without a value are dealt as if they had the mean, and that is noted.
 */
@Component(service = ComponentFactory.class)
public final class ContinuousPartitioner implements PartitionerFactory {

  private static final String STRICTNESS = "strictness";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "continuous",
          "By a column of numbers, correlated",
          "Rows are put in order by a column of numbers, blurred by noise, and cut into equal parts: clients differ in the"
              + " column and what goes with it.",
          "Beutel et al. 2020 (Flower)",
          List.of(
              Deal.clientsParameter(),
              orderColumn(),
              ParameterDescriptor.number(
                      STRICTNESS,
                      Range.between(0, 1),
                      "How strictly clients go by the column: 0 not at all, as IID, 1 without noise.")
                  .withDefault(0.5)));

  static ParameterDescriptor orderColumn() {
    return ParameterDescriptor.text(
        NaturalPartitioner.COLUMN,
        "A column of numbers, dates or times; it is also a feature unless data.drop names it.");
  }

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    String column = values.text(NaturalPartitioner.COLUMN);
    double strictness = values.number(STRICTNESS);
    return request -> deal(request, clients, column, strictness);
  }

  private static Partition deal(PartitionRequest request, int clients, String column, double strictness) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, 1);
    double[] values = ColumnNumbers.of(request, column);
    long missing = Arrays.stream(values).filter(Double::isNaN).count();
    double[] keys = standardised(values);
    Arrays.setAll(keys, row -> strictness * keys[row] + (1 - strictness) * request.random().nextGaussian());
    int[] clientOfRow = new int[count];
    Deal.give(ColumnNumbers.order(keys), Deal.evenSizes(count, clients), clientOfRow);
    return Deal.numbered(
        clientOfRow,
        clients,
        missing == 0
            ? List.of()
            : List.of(
                "Rows without a value of %s were dealt as if they had its mean: %d.".formatted(column, missing)));
  }

  private static double[] standardised(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElseThrow();
    double variance = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    double deviation = StrictMath.sqrt(variance);
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : (value - mean) / deviation).toArray();
  }
}
