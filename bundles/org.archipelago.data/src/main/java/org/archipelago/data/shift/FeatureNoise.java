package org.archipelago.data.shift;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/**
 * Gaussian noise on the features, more of it from client to client: that of client i of N has the variance σ·i/N (Li, Diao,
 * Chen and He 2022, "Federated learning on non-IID data silos", noise-based feature imbalance; their code takes that number
 * for the deviation).
 */
@Component(service = ComponentFactory.class)
public final class FeatureNoise implements ShiftFactory {

  private static final String VARIANCE = "variance";
  private static final String GROWTH = "growth";
  private static final String BY_CLIENT = "by-client";
  private static final String EQUAL = "equal";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "feature-noise",
            "Noise on features",
            "Features are blurred by noise, more of it from client to client.",
            "Li et al. 2022, noise-based feature imbalance",
            List.of(
                ParameterDescriptor.number(
                        VARIANCE,
                        Range.between(0, 1e6),
                        "Variance of the noise that the last client has, in units of the scaled features.")
                    .withDefault(0.1),
                ParameterDescriptor.choice(
                        GROWTH,
                        List.of(BY_CLIENT, EQUAL),
                        "Whether noise grows from client to client, or all have the same variance.")
                    .withDefault(BY_CLIENT)))
        .withFormula("x + ε, ε ~ N(0, variance · i / N) for client i of N")
        .withNeeds("Features that are numbers, not words.");
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    setting.requireNumbers();
    double variance = values.number(VARIANCE);
    boolean grows = values.text(GROWTH).equals(BY_CLIENT);
    return Optional.of(
        (own, client, round) ->
            noisy(own, variance * (grows ? (client.index() + 1.0) / client.clients() : 1), client.own()));
  }

  private static Examples noisy(Examples own, double variance, RandomStream random) {
    double deviation = StrictMath.sqrt(variance);
    float[] features = own.features().clone();
    for (int i = 0; i < features.length; i++) {
      features[i] += (float) (deviation * random.nextGaussian());
    }
    return Changed.features(own, features);
  }
}
