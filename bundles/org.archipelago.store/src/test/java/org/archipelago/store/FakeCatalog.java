package org.archipelago.store;

import static org.archipelago.core.catalog.ParameterDescriptor.choice;
import static org.archipelago.core.catalog.ParameterDescriptor.component;
import static org.archipelago.core.catalog.ParameterDescriptor.flag;
import static org.archipelago.core.catalog.ParameterDescriptor.groups;
import static org.archipelago.core.catalog.ParameterDescriptor.integer;
import static org.archipelago.core.catalog.ParameterDescriptor.number;
import static org.archipelago.core.catalog.ParameterDescriptor.numbers;
import static org.archipelago.core.catalog.ParameterDescriptor.text;
import static org.archipelago.core.catalog.ParameterDescriptor.texts;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;

/** A catalog with a parameter of every type, so that this bundle is tested without the others. */
public final class FakeCatalog {

  private FakeCatalog() {}

  private record Fake(ComponentDescriptor descriptor) implements ComponentFactory {
    @Override
    public List<Problem> check(Experiment experiment) {
      boolean conflict =
          descriptor.id().equals("gaussian-central")
              && !experiment.section(ComponentKind.STRATEGY).parameters().text("weights").equals("equal");
      return conflict
          ? List.of(Problem.atField("strategy.weights", "Under privacy the weights must be equal."))
          : List.of();
    }
  }

  private static ComponentFactory fake(
      ComponentKind kind, String id, ParameterDescriptor... parameters) {
    return new Fake(new ComponentDescriptor(kind, id, id, "A fake.", "", List.of(parameters)));
  }

  public static Catalog create() {
    return new Catalog(
        List.of(
            fake(
                ComponentKind.DATA,
                "table",
                text("source", "Where."),
                text("target", "What."),
                number("test", Range.between(0, 0.9), "Hold-out.").withDefault(0.2),
                flag("clientTest", "Split.").withDefault(false),
                texts("drop", "Columns to drop.").withDefault(List.of()),
                component("scaling", ComponentKind.SCALING, "Scaling.").withDefault("auto")),
            fake(ComponentKind.SCALING, "auto"),
            fake(ComponentKind.SCALING, "range", numbers("bounds", Range.ANY, "Bounds.").optional()),
            fake(ComponentKind.PARTITIONER, "iid", integer("clients", Range.atLeast(1), "Clients.")),
            fake(
                ComponentKind.PARTITIONER,
                "natural-groups",
                text("column", "Column."),
                groups("groups", "Groups."),
                texts("names", "Names.").optional()),
            fake(ComponentKind.MODEL, "softmax"),
            fake(
                ComponentKind.MODEL,
                "mlp",
                numbers("hidden", Range.atLeast(1), "Widths.").withDefault(List.of(64.0))),
            fake(
                ComponentKind.TRAINING,
                "local",
                integer("rounds", Range.atLeast(1), "Rounds."),
                integer("localEpochs", Range.atLeast(1), "Epochs.").withDefault(1),
                integer("batchSize", Range.atLeast(1), "Rows.").withDefault(32),
                component("optimizer", ComponentKind.OPTIMIZER, "Optimizer.").withDefault("sgd")),
            fake(
                ComponentKind.OPTIMIZER,
                "sgd",
                number("learningRate", Range.POSITIVE, "Step.").withDefault(0.1)),
            fake(ComponentKind.SAMPLER, "everyone"),
            fake(ComponentKind.SAMPLER, "poisson", number("rate", Range.above(0, 1), "Share.")),
            fake(
                ComponentKind.STRATEGY,
                "fedavg",
                choice("weights", List.of("examples", "equal"), "Weights.").withDefault("examples"),
                number("serverLearningRate", Range.POSITIVE, "Step.").withDefault(1.0)),
            fake(ComponentKind.ATTACK, "none"),
            fake(ComponentKind.SHIFT, "none"),
            fake(ComponentKind.ATTACK, "noise", number("deviation", Range.POSITIVE, "Noise.").withDefault(1.0)),
            fake(ComponentKind.PRIVACY, "none"),
            fake(
                ComponentKind.PRIVACY,
                "gaussian-central",
                number("clipNorm", Range.POSITIVE, "Norm."),
                number("noiseMultiplier", Range.POSITIVE, "Noise."),
                number("delta", Range.inside(0, 1), "Delta."),
                number("budget", Range.POSITIVE, "Budget.").optional())));
  }
}
