package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.LearningRateStep;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.FederatedDataset;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Models;
import org.archipelago.learning.OptimizerFactory;
import org.archipelago.learning.StepRule;
import org.archipelago.learning.TrainingSection;

/**
 * The learning-rate range test of Smith 2017, "Cyclical learning rates for training neural networks",
 * section 3.3, with equal factors from step to step: the experiment's model takes steps on batches of the
 * experiment's size while the learning rate rises. It begins with the parameters that a run begins with,
 * takes its batches from the rows of all simulated clients, mixed, and ends early once the loss has grown
 * beyond doubt. No ε covers it.
 */
public final class LearningRateTest {

  /** Past so many times the lowest smoothed loss nothing more is to be learned. */
  private static final double TOO_MUCH = 4;

  private static final double SMOOTHING = 0.9;
  private static final int LEAST_STEPS = 20;

  private final Catalog catalog;

  public LearningRateTest(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Takes the steps, and returns when they are done. The same request gives the same bits.
   *
   * @param control stops it at its next step
   * @param progress told how far reading has come, then how many steps were taken
   * @return at least one step; the last one's loss is not finite where the model diverged
   * @throws org.archipelago.core.InvalidInputException if the experiment, its data, or how its components
   *     go together is wrong
   * @throws RunControl.StoppedException if it was stopped
   */
  public List<LearningRateStep> run(
      LearningRateRequest request, RunControl control, ProgressListener progress) {
    control.checkpoint();
    FederatedDataset data = Preparation.load(request.request(), catalog, progress).data();
    Experiment experiment = request.request().experiment();
    Model model =
        Models.create(
            catalog, experiment.section(ComponentKind.MODEL), data.task(), data.schema().inputs());
    return new Sweep(request, model, PooledRows.of(data)).run(control, progress);
  }

  /** One rise of the learning rate. */
  private final class Sweep {

    private final LearningRateRequest request;
    private final Examples examples;
    private final RandomStream random;
    private final int batch;
    private final int[] order;
    private final StepRule rule;
    private final ModelWorkspace workspace;
    private int next;

    Sweep(LearningRateRequest request, Model model, Examples examples) {
      this.request = request;
      this.examples = examples;
      Experiment experiment = request.request().experiment();
      Seed seed = experiment.seed();
      random = seed.stream("learning-rate-range");
      ParameterValues training = experiment.section(ComponentKind.TRAINING).parameters();
      int asked = training.integer("batchSize");
      batch = asked == 0 ? examples.rows() : Math.min(asked, examples.rows());
      order = IntStream.range(0, examples.rows()).toArray();
      next = order.length;
      ComponentSpec spec = training.component("optimizer");
      rule =
          TrainingSection.rule(
              training,
              catalog
                  .get(ComponentKind.OPTIMIZER, spec.id(), OptimizerFactory.class)
                  .create(spec.parameters()));
      workspace = model.workspace(batch);
      workspace.load(model.initialise(seed.stream(RoundLoop.INITIAL_PARAMETERS)));
    }

    List<LearningRateStep> run(RunControl control, ProgressListener progress) {
      List<LearningRateStep> steps = new ArrayList<>(request.steps());
      double sum = 0;
      double rest = 1;
      double lowest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < request.steps(); i++) {
        control.checkpoint();
        double rate = request.rate(i);
        double loss = step(rate);
        steps.add(new LearningRateStep(rate, loss));
        progress.progress("Raising the learning rate", i + 1L, request.steps());
        sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
        rest *= SMOOTHING;
        double smoothed = sum / (1 - rest);
        lowest = Math.min(lowest, smoothed);
        if (!Double.isFinite(loss) || i >= LEAST_STEPS && smoothed > TOO_MUCH * lowest) {
          break;
        }
      }
      return steps;
    }

    private double step(double rate) {
      if (next + batch > order.length) {
        random.shuffle(order);
        next = 0;
      }
      next += batch;
      return workspace.step(
          examples, order, next - batch, next, random, rule, (float) rate);
    }
  }
}
