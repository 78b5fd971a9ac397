package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Pachinko allocation: every client draws a mix of superclasses, and within each of them a mix of its classes; one after
 * the other, clients draw their rows without replacement, first the superclass, then the class. A class that has run out
 * leaves its share to the others of its superclass (Reddi et al. 2021, "Adaptive federated optimization", appendix on
 * CIFAR-100, after the pachinko allocation model of Li and McCallum 2006). Superclasses are the values of a column.
 *
 * <p>Deviation: all rows are dealt, and sizes differ by one row where they can't be equal.
 */
@Component(service = ComponentFactory.class)
public final class PachinkoPartitioner implements PartitionerFactory {

  private static final String BETA = "beta";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "pachinko",
          "Pachinko allocation",
          "Every client draws a mix of superclasses and in each a mix of its classes, so that kindred classes come"
              + " together.",
          "Reddi et al. 2021, appendix; Li and McCallum 2006",
          List.of(
              Deal.clientsParameter(),
              ParameterDescriptor.text(
                  NaturalPartitioner.COLUMN,
                  "The column that says the superclass; it is also a feature unless data.drop names it. Rows without a"
                      + " value have the value 'missing'."),
              DirichletParameters.alpha("Concentration of the superclasses: small, few of them on a client.")
                  .withDefault(0.1),
              ParameterDescriptor.number(
                      BETA,
                      DirichletParameters.TESTED,
                      "Concentration of the classes in a superclass: great, all of them alike.")
                  .withDefault(10.0)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    double alpha = DirichletParameters.alpha(values);
    double beta = values.number(BETA);
    String column = values.text(NaturalPartitioner.COLUMN);
    return request -> deal(request, clients, alpha, beta, column);
  }

  private static Partition deal(PartitionRequest request, int clients, double alpha, double beta, String column) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, 1);
    List<List<int[]>> rows = bySuperclass(request, column);
    int[] firstLeaf = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      firstLeaf[i + 1] = firstLeaf[i] + rows.get(i).size();
    }
    List<Tree> mixes = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      mixes.add(new Tree(firstLeaf, alpha, beta, request.random()));
    }
    int[] clientOfRow =
        Drawing.deal(
            rows.stream().flatMap(List::stream).toList(),
            Drawing.oneByOne(Deal.evenSizes(count, clients)),
            mixes,
            request.random());
    return Deal.numbered(clientOfRow, clients);
  }

  /** For every superclass, in the order of their names, the rows of each of its classes. */
  private static List<List<int[]>> bySuperclass(PartitionRequest request, String column) {
    List<String> values = NaturalPartitioner.withoutGaps(request.column().apply(column));
    Map<String, Integer> places = new TreeMap<>();
    values.forEach(value -> places.put(value, 0));
    int next = 0;
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      place.setValue(next++);
    }
    int classes = request.classes();
    int[] leaves = new int[values.size()];
    Arrays.setAll(leaves, row -> places.get(values.get(row)) * classes + request.labels()[row]);
    List<int[]> rows = Deal.rowsByClass(leaves, places.size() * classes);
    return IntStream.range(0, places.size())
        .mapToObj(
            place ->
                rows.subList(place * classes, (place + 1) * classes).stream()
                    .filter(ofClass -> ofClass.length > 0)
                    .toList())
        .toList();
  }

  /** One client's mix of superclasses, and of the classes in each that it has drawn from. */
  private static final class Tree implements Drawing.Mix {

    private final int[] firstLeaf;
    private final double beta;
    private final ClassMix root;
    private final ClassMix[] branches;

    /** @param firstLeaf where each superclass's classes begin, and where the last one's end */
    Tree(int[] firstLeaf, double alpha, double beta, RandomStream random) {
      this.firstLeaf = firstLeaf;
      this.beta = beta;
      branches = new ClassMix[firstLeaf.length - 1];
      root = new ClassMix(DirichletDistribution.logs(branches.length, alpha, random));
    }

    @Override
    public int draw(int[] left, RandomStream random) {
      int branch = root.draw(i -> isLeft(left, i), random);
      int first = firstLeaf[branch];
      if (branches[branch] == null) {
        branches[branch] =
            new ClassMix(DirichletDistribution.logs(firstLeaf[branch + 1] - first, beta, random));
      }
      return first + branches[branch].draw(leaf -> left[first + leaf] > 0, random);
    }

    private boolean isLeft(int[] left, int branch) {
      for (int leaf = firstLeaf[branch]; leaf < firstLeaf[branch + 1]; leaf++) {
        if (left[leaf] > 0) {
          return true;
        }
      }
      return false;
    }
  }
}
