package org.archipelago.partition.vertical;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.osgi.service.component.annotations.Component;

/**
 * Gives clients columns of the same rows (Yang et al. 2019, "Federated machine learning: concept and applications", section
 * 2.3.2), by size as {@code VerticalSizePartitioner} of Flower Datasets or by name. {@link VerticalPartition} makes it; as a
 * rule of a run it is refused, since nothing here learns on such data yet.
 */
@Component(service = ComponentFactory.class)
public final class VerticalPartitioner implements PartitionerFactory {

  /** The partitioner's id. */
  public static final String ID = "vertical";

  static final String CLIENTS = "clients";
  static final String SIZES = "sizes";
  static final String COLUMNS = "columns";
  static final String NAMES = "names";
  static final String TARGET = "target";
  static final String SHUFFLE = "shuffle";
  static final String OVERLAP = "overlap";

  static final String FIRST = "first";
  static final String LAST = "last";
  static final String ALL = "all";
  static final String OWN = "own";

  private static final String NOT_LEARNED =
      "A vertical partition gives clients columns of the same rows, and no strategy learns on such yet: write its tables"
          + " with archipelago partition --parts, or choose a partitioner that deals rows.";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
              ComponentKind.PARTITIONER,
              ID,
              "Vertical",
              "Clients have different columns of the same rows; to be exported, since no strategy learns on such yet.",
              "Yang et al. 2019, section 2.3.2",
              List.of(
                  ParameterDescriptor.integer(
                          CLIENTS, Range.atLeast(2), "Number of clients, where neither sizes nor columns are given.")
                      .withDefault(2)
                      .withUnit("clients"),
                  ParameterDescriptor.numbers(
                          SIZES,
                          Range.POSITIVE,
                          "Columns of each client, or their proportion; empty for as many each.")
                      .withDefault(List.of())
                      .withUnit("columns"),
                  ParameterDescriptor.groups(
                          COLUMNS, "One list of columns for each client instead; columns in none are left out.")
                      .withDefault(List.of()),
                  ParameterDescriptor.texts(
                          NAMES, "Names of the clients; client 1, client 2, … if none are given.")
                      .withDefault(List.of()),
                  ParameterDescriptor.choice(
                          TARGET,
                          List.of(FIRST, LAST, ALL, OWN),
                          "Who has the target: the first client, the last, all, or one of its own before the others.")
                      .withDefault(FIRST),
                  ParameterDescriptor.flag(
                          SHUFFLE, "Whether columns are drawn at random; else they are dealt in the table's order.")
                      .withDefault(true),
                  ParameterDescriptor.number(
                          OVERLAP,
                          Range.between(0, 1),
                          "Share of the rows that all clients have; every other row is at one client alone.")
                      .withDefault(1.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    return request -> {
      throw new InvalidInputException(Problem.atField("partition.id", NOT_LEARNED));
    };
  }

  @Override
  public List<Problem> warnings(Experiment experiment, Catalog catalog) {
    return List.of(Problem.warningAtField("partition.id", NOT_LEARNED));
  }
}
