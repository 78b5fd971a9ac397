package org.archipelago.data.shift;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/**
 * The same features mean other classes to different groups of clients: clients take groups in turn, the first group keeps
 * its labels, and each of the others swaps pairs of classes (the label swap of Sattler, Müller and Samek 2020, "Clustered
 * federated learning"). No single model serves all groups.
 */
@Component(service = ComponentFactory.class)
public final class ConceptShift implements ShiftFactory {

  private static final String GROUPS = "groups";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "concept-shift",
            "Concept shift",
            "Groups of clients call the same thing by different classes: each group but the first swaps some.",
            "Sattler et al. 2020, label swap",
            List.of(
                ParameterDescriptor.integer(
                        GROUPS, Range.between(2, 10_000), "How many groups there are; clients take them in turn.")
                    .withDefault(2)
                    .withUnit("groups"),
                Swaps.parameter("How many pairs of classes each group but the first swaps, drawn by the seed.")
                    .withDefault(1)))
        .withNeeds("Classes or tags to learn, not a number.");
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    setting.requireLabels();
    int groups = values.integer(GROUPS);
    int pairs = values.integer(Swaps.SWAPS);
    int classes = setting.task().classes().size();
    return Optional.of(
        (own, client, round) -> {
          int group = client.index() % groups;
          return group == 0 ? own : swapped(own, Swaps.draw(pairs, classes, client.ofGroup(group)));
        });
  }

  private static Examples swapped(Examples own, Swaps swaps) {
    float[] labels = own.targets().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = swaps.of(labels[i]);
    }
    return Changed.labels(own, labels);
  }
}
