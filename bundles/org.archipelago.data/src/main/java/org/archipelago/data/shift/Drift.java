package org.archipelago.data.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/**
 * Rows change while the run goes on: features move in a direction that is drawn once, and pairs of classes change places.
 * The change comes at once in a round, grows over some rounds, or comes and goes (sudden, gradual and recurring drift of Gama
 * et al. 2014, "A survey on concept drift adaptation"; with clients that drift apart from each other, Jothimurugesan et al.
 * 2023, "Federated learning under distributed concept drift"). While it grows, the share of rows with changed labels grows.
 */
@Component(service = ComponentFactory.class)
public final class Drift implements ShiftFactory {

  private static final String OFFSET = "offset";
  private static final String PATTERN = "pattern";
  private static final String SUDDEN = "sudden";
  private static final String GRADUAL = "gradual";
  private static final String RECURRING = "recurring";
  private static final String FROM_ROUND = "fromRound";
  private static final String ROUNDS = "rounds";
  private static final String TOGETHER = "together";

  @Override
  public ComponentDescriptor descriptor() {
    Range rounds = Range.between(1, 1_000_000);
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "drift",
            "Drift over rounds",
            "Rows change while the run goes on: features move, and classes change places, at once, gradually or again and"
                + " again.",
            "Gama et al. 2014; Jothimurugesan et al. 2023",
            List.of(
                ParameterDescriptor.number(
                        OFFSET,
                        Range.between(0, 1e6),
                        "Deviation of what each feature moves by, in units of the scaled features; 0 to leave features as"
                            + " they are.")
                    .withDefault(1.0),
                Swaps.parameter("How many pairs of classes change places; 0 to leave labels as they are.")
                    .withDefault(0),
                ParameterDescriptor.choice(
                        PATTERN,
                        List.of(SUDDEN, GRADUAL, RECURRING),
                        "When: all at once from fromRound on, growing over so many rounds, or coming and going every so"
                            + " many rounds.")
                    .withDefault(SUDDEN),
                ParameterDescriptor.integer(FROM_ROUND, rounds, "First round in which rows have changed.")
                    .withDefault(2),
                ParameterDescriptor.integer(
                        ROUNDS, rounds, "For gradual: until the change is whole; for recurring: how long it stays.")
                    .withLabel("Rounds of change")
                    .withDefault(5)
                    .withUnit("rounds"),
                ParameterDescriptor.flag(
                        TOGETHER, "Whether all clients move in the same direction, or each in its own.")
                    .withDefault(false)))
        .withNeeds("Features that are numbers where they move; classes or tags where they change places.")
        .withCosts("A copy of a client's rows in every round that it takes part in.");
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    ParameterValues values = experiment.section(ComponentKind.SHIFT).parameters();
    List<Problem> problems = new ArrayList<>();
    if (values.number(OFFSET) == 0 && values.integer(Swaps.SWAPS) == 0) {
      problems.add(
          Problem.atField("shift." + OFFSET, "Neither features nor classes change: set offset or swaps above 0."));
    }
    if (values.integer(FROM_ROUND) > experiment.rounds()) {
      problems.add(
          Problem.atField(
              "shift." + FROM_ROUND,
              "The drift would begin in round %d, but the run has %d: lower fromRound, or raise training.rounds."
                  .formatted(values.integer(FROM_ROUND), experiment.rounds())));
    }
    return problems;
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    double offset = values.number(OFFSET);
    int pairs = values.integer(Swaps.SWAPS);
    if (offset > 0) {
      setting.requireNumbers();
    }
    if (pairs > 0) {
      setting.requireLabels();
    }
    return Optional.of(new Drifting(offset, pairs, setting.task(), values));
  }

  /** What has changed in a round. */
  private record Drifting(double offset, int pairs, Task task, ParameterValues values) implements Shift {

    @Override
    public boolean drifts() {
      return true;
    }

    @Override
    public Examples shifted(Examples own, ShiftedClient client, int round) {
      double strength = strength(round);
      if (strength == 0) {
        return own;
      }
      RandomStream direction = values.flag(TOGETHER) ? client.ofGroup(0) : client.own();
      Examples moved = offset == 0 ? own : moved(own, strength * offset, direction);
      return pairs == 0
          ? moved
          : swapped(
              moved, strength, Swaps.draw(pairs, task.classes().size(), direction), client.ofGroup(1 + client.index()));
    }

    private double strength(int round) {
      int since = round - values.integer(FROM_ROUND);
      if (since < 0) {
        return 0;
      }
      int rounds = values.integer(ROUNDS);
      return switch (values.text(PATTERN)) {
        case SUDDEN -> 1;
        case GRADUAL -> Math.min(1, (since + 1.0) / rounds);
        default -> since / rounds % 2 == 0 ? 1 : 0;
      };
    }

    private static Examples moved(Examples own, double by, RandomStream direction) {
      double[] offsets = new double[own.columns()];
      for (int column = 0; column < offsets.length; column++) {
        offsets[column] = by * direction.nextGaussian();
      }
      float[] features = own.features().clone();
      for (int i = 0; i < features.length; i++) {
        features[i] += (float) offsets[i % offsets.length];
      }
      return Changed.features(own, features);
    }

    /** Every row has a strength of its own from which on its labels have changed. */
    private static Examples swapped(Examples own, double strength, Swaps swaps, RandomStream ofRows) {
      float[] labels = own.targets().clone();
      for (int row = 0; row < own.rows(); row++) {
        if (ofRows.nextDouble() < strength) {
          for (int i = row * own.width(); i < (row + 1) * own.width(); i++) {
            labels[i] = swaps.of(labels[i]);
          }
        }
      }
      return Changed.labels(own, labels);
    }
  }
}
