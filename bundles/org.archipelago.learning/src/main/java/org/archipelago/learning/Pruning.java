package org.archipelago.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Magnitude pruning: the weights of least magnitude are 0 and stay 0 through training and rounds (Han et al. 2015,
 * "Learning both weights and connections for efficient neural networks", section 3). Their share grows over some
 * rounds as in Zhu and Gupta 2018, "To prune, or not to prune", equation 1, so that what is left can make up for
 * what goes. Biases and the parameters of norm layers, all tensors of less than two axes, stay.
 *
 * <p>Which weights go is seen from the global model alone, so that all clients leave the same ones at 0; a weight
 * that is 0 already goes first. Of equal magnitudes the one that lies further ahead goes first.
 *
 * @param sparsity share of the weights that are 0 in the end, in [0, 1); 0 for no pruning
 * @param wholeModel whether weights of all tensors are compared with each other, and not those of each by itself
 * @param from the round before whose training pruning begins, 1 for the first
 * @param over rounds until the whole share is pruned, at least 1
 */
public record Pruning(double sparsity, boolean wholeModel, int from, int over) {

  /** All weights stay. */
  public static final Pruning NONE = new Pruning(0, false, 1, 1);

  public Pruning {
    if (!(sparsity >= 0 && sparsity < 1) || from < 1 || over < 1) {
      throw new IllegalArgumentException(
          "no pruning to %s from round %d on over %d rounds".formatted(sparsity, from, over));
    }
  }

  /** Share of the weights that are 0 in the training of a round, 1 for the first. */
  public double sparsityIn(int round) {
    if (round < from) {
      return 0;
    }
    double left = Math.max(0, 1 - (round - from + 1.0) / over);
    return sparsity * (1 - left * left * left);
  }

  /** Sets the weights to 0 that are pruned in the training of a round. */
  public void apply(ModelParameters parameters, int round) {
    mask(parameters, round).apply(parameters);
  }

  /** Which weights are pruned in the training of a round that starts from the given parameters. */
  public PruningMask mask(ModelParameters start, int round) {
    double share = sparsityIn(round);
    if (share == 0) {
      return PruningMask.NONE;
    }
    List<float[]> weights =
        start.tensors().stream().map(t -> t.shape().length > 1 ? t.values() : new float[0]).toList();
    if (wholeModel) {
      return new PruningMask(LeastMagnitudes.of(weights, share));
    }
    List<int[]> pruned = new ArrayList<>();
    for (float[] tensor : weights) {
      pruned.addAll(LeastMagnitudes.of(List.of(tensor), share));
    }
    return new PruningMask(pruned);
  }
}
