package org.archipelago.strategies;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.ServerOptimizer;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * The adaptive server optimisers of Reddi et al., "Adaptive Federated Optimization", ICLR 2021, algorithm 2:
 * {@code m ← β₁ m + (1 − β₁) Δ; v ← rule(v, Δ²); x ← x + η m / (√v + τ)}, for each parameter by itself. As in the
 * paper there is no bias correction, and v begins with τ².
 */
final class AdaptiveServer implements ServerOptimizer {

  private static final String SOURCE = "Reddi et al. 2021, algorithm 2";

  /** How the second moment follows the squares of the changes. */
  interface SecondMoment {

    double next(double v, double squared);
  }

  private final double rate;
  private final double beta1;
  private final double tau;
  private final SecondMoment rule;
  private final Remembered first = new Remembered("m", 0);
  private final Remembered second;

  /** @param values of {@link #parameters} */
  AdaptiveServer(ParameterValues values, SecondMoment rule) {
    this.rate = values.number("serverLearningRate");
    this.beta1 = values.number("beta1");
    this.tau = values.number("tau");
    this.rule = rule;
    this.second = new Remembered("v", (float) (tau * tau));
  }

  static List<ParameterDescriptor> parameters(double beta1, ParameterDescriptor... more) {
    List<ParameterDescriptor> all = new ArrayList<>(
        Averaging.parameters(
            ParameterDescriptor.number(
                    "serverLearningRate",
                    Range.above(0, 1000),
                    "Length of the server's steps (η in the paper); worth tuning in powers of ten.")
                .withDefault(0.1)
                .withSource(SOURCE),
            ParameterDescriptor.number(
                    "beta1", new Range(0, false, 1, true), "Share of the earlier direction that is kept each round.")
                .withDefault(beta1)
                .withSource(SOURCE),
            ParameterDescriptor.number(
                    "tau",
                    Range.above(0, 1),
                    "Degree of adaptivity: the larger, the more alike the steps of all parameters are measured.")
                .withDefault(1e-3)
                .withSource(SOURCE)));
    all.addAll(List.of(more));
    return all;
  }

  static ParameterDescriptor beta2() {
    return ParameterDescriptor.number(
            "beta2", new Range(0, false, 1, true), "Share of the earlier squares that is kept each round.")
        .withDefault(0.99)
        .withSource(SOURCE);
  }

  @Override
  public void step(ModelParameters global, ModelParameters change) {
    global.requireSameShapes(change);
    for (int i = 0; i < global.tensors().size(); i++) {
      float[] x = global.tensors().get(i).values();
      float[] delta = change.tensors().get(i).values();
      float[] m = first.of(global, i);
      float[] v = second.of(global, i);
      for (int j = 0; j < x.length; j++) {
        double d = delta[j];
        double direction = beta1 * m[j] + (1 - beta1) * d;
        double squares = rule.next(v[j], d * d);
        m[j] = (float) direction;
        v[j] = (float) squares;
        x[j] = (float) (x[j] + rate * direction / (Math.sqrt(squares) + tau));
      }
    }
  }

  @Override
  public ModelParameters state() {
    List<Tensor> tensors = first.tensors();
    tensors.addAll(second.tensors());
    return new ModelParameters(tensors);
  }

  @Override
  public void restore(ModelParameters state) {
    first.restore(state);
    second.restore(state);
  }
}
