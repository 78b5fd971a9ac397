package org.archipelago.learning;

import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;

/**
 * Trains a model on the rows of one client: ClientUpdate of McMahan et al. 2017, "Communication-
 * efficient learning of deep networks from decentralized data", algorithm 1. Rows are shuffled anew
 * every epoch; the last batch of an epoch may be smaller.
 *
 * <p>Memory is kept from call to call and leaves no trace in the results. Not thread-safe: one a
 * thread.
 */
public final class LocalTrainer {

  /**
   * What training did.
   *
   * @param steps optimiser steps taken, at least 1
   * @param meanLoss mean over the steps of the batch's mean loss before the step; not finite when
   *     training diverged
   */
  public record Outcome(int steps, double meanLoss) {}

  private final Model model;
  private final Optimizer optimizer;
  private final int localEpochs;
  private final int batchSize;
  private final ModelParameters shapes;
  private ModelWorkspace workspace;
  private int largestBatch = 1;

  /**
   * @param optimizer starts without memory in every call of {@link #train}
   * @param localEpochs passes over the rows, at least 1
   * @param batchSize rows a step, at least 1; more than a client has means all it has
   */
  public LocalTrainer(Model model, Optimizer optimizer, int localEpochs, int batchSize) {
    if (localEpochs < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "epochs and batch size must be at least 1, but are %d and %d".formatted(localEpochs, batchSize));
    }
    this.model = model;
    this.optimizer = optimizer;
    this.localEpochs = localEpochs;
    this.batchSize = batchSize;
    shapes = model.initialise(new RandomStream(0));
    workspace = model.workspace(largestBatch);
  }

  /** A trainer as the experiment's section {@code training} asks for. */
  public static LocalTrainer of(Experiment experiment, Catalog catalog, Model model) {
    return of(experiment.section(ComponentKind.TRAINING).parameters(), catalog, model);
  }

  /** @param training values of an experiment's section {@code training} */
  public static LocalTrainer of(ParameterValues training, Catalog catalog, Model model) {
    ComponentSpec optimizer = training.component(TrainingSection.OPTIMIZER);
    return new LocalTrainer(
        model,
        catalog
            .get(ComponentKind.OPTIMIZER, optimizer.id(), OptimizerFactory.class)
            .create(optimizer.parameters()),
        training.integer(TrainingSection.LOCAL_EPOCHS),
        training.integer(TrainingSection.BATCH_SIZE));
  }

  /**
   * Trains.
   *
   * @param parameters where to start; changed in place
   * @param examples at least one row
   * @param random draws the order of the rows, and what layers draw in training
   * @param control asked before every batch
   * @throws RunControl.StoppedException if the run was stopped; the parameters are then those of the
   *     last whole batch
   */
  public Outcome train(
      ModelParameters parameters, Examples examples, RandomStream random, RunControl control) {
    shapes.requireSameShapes(parameters);
    int rows = examples.rows();
    if (rows == 0) {
      throw new IllegalArgumentException("there is no row to train on");
    }
    int size = Math.min(batchSize, rows);
    if (size > largestBatch) {
      workspace = model.workspace(size);
      largestBatch = size;
    }
    workspace.load(parameters);
    try {
      return train(examples, random, control, size);
    } finally {
      workspace.store(parameters);
    }
  }

  private Outcome train(Examples examples, RandomStream random, RunControl control, int size) {
    int rows = examples.rows();
    int steps = 0;
    double losses = 0;
    int[] order = IntStream.range(0, rows).toArray();
    for (int epoch = 0; epoch < localEpochs; epoch++) {
      random.shuffle(order);
      for (int from = 0; from < rows; from += size) {
        control.checkpoint();
        int to = Math.min(rows - from, size) + from;
        losses += workspace.step(examples, order, from, to, random, optimizer, optimizer.learningRate());
        steps++;
      }
    }
    return new Outcome(steps, losses / steps);
  }
}
