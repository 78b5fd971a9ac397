package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
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
 * Draws every client's mix of classes q ~ Dir(α p), p being a prior over the classes, and its rows by that mix without
 * replacement; all clients have as many rows (Hsu, Qi and Brown 2019, "Measuring the effects of non-identical data
 * distribution for federated visual classification", section 3). Clients draw one after the other; a class that has run
 * out is taken from the mixes, so that the last clients take what the others have left. Not the draw by classes:
 * {@link DirichletPartitioner}.
 *
 * <p>Deviation: sizes differ by one row where the rows can't be dealt evenly, and all rows are dealt.
 */
@Component(service = ComponentFactory.class)
public final class DirichletClientsPartitioner implements PartitionerFactory {

  private static final String PRIOR = "prior";
  private static final String DATA = "data";
  private static final String UNIFORM = "uniform";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "dirichlet-clients",
          "Dirichlet, client by client",
          "Every client draws a mix of classes and its rows by that mix: the smaller alpha, the fewer classes a client"
              + " has; all have as many rows.",
          "Hsu, Qi and Brown 2019",
          List.of(
              Deal.clientsParameter(),
              DirichletParameters.alpha(
                  "Concentration of all classes together: near 0 one class a client, 1 few, 100 nearly the prior."),
              ParameterDescriptor.choice(
                      PRIOR,
                      List.of(DATA, UNIFORM),
                      "What mixes scatter around: data takes the classes' shares of the rows, uniform the same for each"
                          + " class.")
                  .withDefault(DATA)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    double alpha = DirichletParameters.alpha(values);
    boolean uniform = values.text(PRIOR).equals(UNIFORM);
    return request -> deal(request, clients, alpha, uniform);
  }

  private static Partition deal(PartitionRequest request, int clients, double alpha, boolean uniform) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, 1);
    double[] concentrations = concentrations(request, alpha, uniform);
    RandomStream random = request.random();
    List<ClassMix> mixes =
        IntStream.range(0, clients)
            .mapToObj(client -> new ClassMix(DirichletDistribution.logs(concentrations, random)))
            .toList();
    int[] turns = Drawing.oneByOne(Deal.evenSizes(count, clients));
    return Deal.numbered(Drawing.deal(request, turns, mixes), clients);
  }

  /** α times the prior, which is 0 for classes without rows. */
  private static double[] concentrations(PartitionRequest request, double alpha, boolean uniform) {
    int[] rows = Deal.sizes(request.labels(), request.classes());
    long present = Arrays.stream(rows).filter(count -> count > 0).count();
    return Arrays.stream(rows)
        .mapToDouble(
            count ->
                count == 0 ? 0 : alpha * (uniform ? 1.0 / present : (double) count / request.labels().length))
        .toArray();
  }
}
