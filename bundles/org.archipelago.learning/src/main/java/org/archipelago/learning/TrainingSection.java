package org.archipelago.learning;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/** Describes the section {@code training} of an experiment file; {@link LocalTrainer} follows it. */
@Component(service = ComponentFactory.class)
public final class TrainingSection implements ComponentFactory {

  static final String ROUNDS = "rounds";
  static final String LOCAL_EPOCHS = "localEpochs";
  static final String BATCH_SIZE = "batchSize";
  static final String OPTIMIZER = "optimizer";

  private static final String FEDAVG =
      "McMahan et al. 2017, Communication-efficient learning of deep networks from decentralized data,"
          + " algorithm 1";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.TRAINING,
          "training",
          "Training",
          "How long the federation trains, and how a client trains in one round.",
          FEDAVG,
          List.of(
              ParameterDescriptor.integer(
                      ROUNDS, Range.between(1, 1_000_000), "Rounds of communication.")
                  .withDefault(50)
                  .withUnit("rounds"),
              ParameterDescriptor.integer(
                      LOCAL_EPOCHS,
                      Range.between(1, 100_000),
                      "Passes over its own rows that a client makes in one round (E in the paper).")
                  .withDefault(1)
                  .withUnit("epochs")
                  .withSource(FEDAVG),
              ParameterDescriptor.integer(
                      BATCH_SIZE,
                      Range.atLeast(1),
                      "Rows in one step of the optimizer (B in the paper); the last batch of an epoch"
                          + " may be smaller, and a client with fewer rows takes them all.")
                  .withDefault(16)
                  .withUnit("rows")
                  .withSource(FEDAVG),
              ParameterDescriptor.component(
                      OPTIMIZER,
                      ComponentKind.OPTIMIZER,
                      "What turns gradients into steps; starts afresh with every client and round.")
                  .withDefault("sgd")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }
}
