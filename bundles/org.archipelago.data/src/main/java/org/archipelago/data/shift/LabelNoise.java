package org.archipelago.data.shift;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/**
 * Some clients have false labels: a client has any with probability {@code clients}, and then a share of its rows that is
 * uniform from {@code least} to {@code most} (Xu, Chen, Quek and Chong 2022, "FedCorr: multi-stage federated learning for
 * label noise correction", whose share goes up to 1). A false label is any other class, or the next one ({@code next}, the
 * pair flipping of Han et al. 2018). Deviation: in FedCorr the new label is drawn from all classes, the true one among them.
 */
@Component(service = ComponentFactory.class)
public final class LabelNoise implements ShiftFactory {

  private static final String CLIENTS = "clients";
  private static final String LEAST = "least";
  private static final String MOST = "most";
  private static final String LABEL = "label";
  private static final String ANY = "any";
  private static final String NEXT = "next";

  @Override
  public ComponentDescriptor descriptor() {
    Range share = Range.between(0, 1);
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "label-noise",
            "Label noise",
            "A share of the labels of some clients is false.",
            "Xu et al. 2022 (FedCorr); Han et al. 2018, pairs",
            List.of(
                ParameterDescriptor.number(CLIENTS, share, "Probability that a client has false labels.")
                    .withLabel("Noisy clients")
                    .withDefault(0.5),
                ParameterDescriptor.number(LEAST, share, "Smallest share of false labels on such a client.")
                    .withDefault(0.2),
                ParameterDescriptor.number(MOST, share, "Largest share of false labels on such a client.")
                    .withDefault(0.5),
                ParameterDescriptor.choice(
                        LABEL, List.of(ANY, NEXT), "What a false label is: any other class, or the next one.")
                    .withDefault(ANY)))
        .withNeeds("Classes or tags to learn, not a number.");
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.SHIFT).parameters());
  }

  private static List<Problem> problems(ParameterValues values) {
    return values.number(LEAST) > values.number(MOST)
        ? List.of(
            Problem.atField(
                "shift." + LEAST,
                "Found %s, which is more than most, %s: lower least, or raise most."
                    .formatted(values.number(LEAST), values.number(MOST))))
        : List.of();
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    setting.requireLabels();
    int classes = setting.task().classes().size();
    double noisy = values.number(CLIENTS);
    double least = values.number(LEAST);
    double most = values.number(MOST);
    boolean next = values.text(LABEL).equals(NEXT);
    return Optional.of(
        (own, client, round) -> {
          RandomStream random = client.own();
          double share = random.nextDouble() < noisy ? least + (most - least) * random.nextDouble() : 0;
          return share == 0 || classes < 2 ? own : falseLabels(own, share, classes, next, random);
        });
  }

  private static Examples falseLabels(
      Examples own, double share, int classes, boolean next, RandomStream random) {
    float[] labels = own.targets().clone();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != Examples.NONE && random.nextDouble() < share) {
        int further = next ? 1 : 1 + random.nextInt(classes - 1);
        labels[i] = ((int) labels[i] + further) % classes;
      }
    }
    return Changed.labels(own, labels);
  }
}
