package org.archipelago.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.archipelago.data.skew.NullBand;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.Models;

/**
 * The gradient of every row that is dealt, in the model before any training. They are computed once; the gradient of a
 * client is the mean of its rows', so that every partition of the rows can be measured at once. Gradients longer than
 * what is kept are sketched, which keeps lengths and angles nearly (Charikar, Chen and Farach-Colton 2002, "Finding
 * frequent items in data streams"); of many rows some are drawn.
 */
public final class RowGradients {

  /** Id of the figure. */
  public static final String DISSIMILARITY = "gradient.dissimilarity";

  private static final int MOST_ROWS = 20_000;
  private static final int FEWEST_ROWS = 1000;
  private static final long MOST_WORK = 4_000_000_000L;
  private static final int MOST_KEPT = 8_000_000;
  private static final int NARROWEST = 128;
  private static final int WIDEST = 2048;
  private static final int TOGETHER = 64;

  private final int[] rows;
  private final float[][] gradients;

  private RowGradients(int[] rows, float[][] gradients) {
    this.rows = rows;
    this.gradients = gradients;
  }

  /**
   * Reads an experiment's data and computes them.
   *
   * @param control stops it between rows
   * @throws InvalidInputException with what is wrong with the experiment, its data or its model; also if the model
   *     mixes rows, so that there is no gradient of a single one
   * @throws RunControl.StoppedException if it was stopped
   */
  public static RowGradients of(
      RunRequest request, Catalog catalog, ProgressListener progress, RunControl control) {
    Experiment experiment = request.experiment();
    ComponentSpec spec = experiment.section(ComponentKind.MODEL);
    ModelFactory factory = catalog.get(experiment, ComponentKind.MODEL, ModelFactory.class);
    FederatedDataset data =
        DatasetLoader.loadPooled(
            experiment, catalog, request.baseFolder(), factory::supports, spec.id(), progress);
    Model model = Models.create(catalog, spec, data.task(), data.schema().inputs());
    if (model.mixesRows()) {
      throw new InvalidInputException(
          Problem.atField(
              "model",
              "This model mixes the rows of a batch, so that single rows have no gradients to compare; choose one"
                  + " without batch norm."));
    }
    return of(model, data.clients().get(0).train(), experiment.seed(), progress, control);
  }

  static RowGradients of(
      Model model, Examples examples, Seed seed, ProgressListener progress, RunControl control) {
    long affordable = MOST_WORK / model.size();
    int count = (int) Math.min(examples.rows(), Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, affordable)));
    int[] rows = IntStream.range(0, examples.rows()).toArray();
    if (count < rows.length) {
      seed.stream("gradient-rows").shuffle(rows);
      rows = Arrays.copyOf(rows, count);
      Arrays.sort(rows);
    }
    int width = Math.max(NARROWEST, Math.min(WIDEST, MOST_KEPT / Math.max(1, count)));
    Sketch sketch = new Sketch((int) model.size(), width, seed.stream("gradient-sketch"));
    ModelParameters start = model.initialise(seed.stream(RoundLoop.INITIAL_PARAMETERS));
    float[][] gradients = new float[count][];
    for (int first = 0; first < count; first += TOGETHER * TOGETHER) {
      progress.progress("Computing gradients of rows", first, count);
      int begin = first;
      int[] drawn = rows;
      int parts = (Math.min(count, first + TOGETHER * TOGETHER) - first + TOGETHER - 1) / TOGETHER;
      IntStream.range(0, parts)
          .parallel()
          .map(part -> begin + part * TOGETHER)
          .forEach(
              from -> {
                ModelWorkspace workspace = model.workspace(1);
                workspace.load(start);
                ModelParameters gradient = start.zeros();
                for (int i = from; i < Math.min(count, from + TOGETHER); i++) {
                  control.checkpoint();
                  RandomStream random = seed.stream("gradient-row", 0, drawn[i]);
                  workspace.gradient(examples, drawn, i, i + 1, random, gradient);
                  gradients[i] = sketch.of(gradient);
                }
              });
    }
    return new RowGradients(rows, gradients);
  }

  /** Rows whose gradients are known: all that are dealt, or as many as could be afforded. */
  public int rows() {
    return rows.length;
  }

  /**
   * How unlike the clients' gradients are: B of Li et al. 2020, "Federated optimization in heterogeneous networks",
   * definition 3, with clients weighing as many rows as they have; 1 if all are alike.
   *
   * @param clientOfRow for every row that is dealt its client, or less than 0
   * @param draws random dealings to clients of the same sizes; 0 for none
   */
  public SkewFigure dissimilarity(int[] clientOfRow, int draws, Seed seed, RunControl control) {
    int[] held = IntStream.range(0, rows.length).filter(i -> clientOfRow[rows[i]] >= 0).toArray();
    int[] clients = Arrays.stream(held).map(i -> clientOfRow[rows[i]]).toArray();
    double value = dissimilarity(held, clients);
    if (draws == 0 || held.length == 0) {
      return new SkewFigure(DISSIMILARITY, value, Optional.empty());
    }
    double[] byChance =
        IntStream.range(0, draws)
            .parallel()
            .mapToDouble(
                draw -> {
                  control.checkpoint();
                  int[] dealt = clients.clone();
                  seed.stream("null-gradients", draw).shuffle(dealt);
                  return dissimilarity(held, dealt);
                })
            .toArray();
    return new SkewFigure(DISSIMILARITY, value, Optional.of(NullBand.of(byChance)));
  }

  /** NaN without a row, or where all gradients together come to nothing. */
  private double dissimilarity(int[] held, int[] clients) {
    int width = gradients.length == 0 ? 0 : gradients[0].length;
    int count = Arrays.stream(clients).max().orElse(-1) + 1;
    float[][] sums = new float[count][width];
    int[] sizes = new int[count];
    for (int i = 0; i < held.length; i++) {
      float[] sum = sums[clients[i]];
      float[] gradient = gradients[held[i]];
      for (int j = 0; j < width; j++) {
        sum[j] += gradient[j];
      }
      sizes[clients[i]]++;
    }
    double squares = 0;
    double[] all = new double[width];
    for (int client = 0; client < count; client++) {
      double square = 0;
      for (int j = 0; j < width; j++) {
        square += (double) sums[client][j] * sums[client][j];
        all[j] += sums[client][j];
      }
      squares += sizes[client] == 0 ? 0 : square / sizes[client];
    }
    double ofAll = Arrays.stream(all).map(x -> x * x).sum() / held.length;
    return ofAll == 0 ? Double.NaN : Math.sqrt(squares / ofAll);
  }
}
