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
 * Every client measures in its own way: each feature is multiplied by a factor and moved by an offset that the client draws
 * once, as sensors and laboratories differ (the feature shift of Li, Jiang, Zhang, Kamp and Dou 2021, "FedBN", and the
 * covariate shift of Kairouz et al. 2021, section 3.1).
 */
@Component(service = ComponentFactory.class)
public final class FeatureShift implements ShiftFactory {

  private static final String OFFSET = "offset";
  private static final String SCALE = "scale";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "feature-shift",
            "Offset and scale of features",
            "Every client has offsets and factors of its own for its features, as sensors and laboratories differ.",
            "Li et al. 2021 (FedBN); Kairouz et al. 2021, section 3.1",
            List.of(
                ParameterDescriptor.number(
                        OFFSET,
                        Range.between(0, 1e6),
                        "Deviation of the offsets over the clients, in units of the scaled features.")
                    .withDefault(0.5),
                ParameterDescriptor.number(
                        SCALE,
                        Range.between(0, 10),
                        "Deviation of the factors' logarithm over the clients; 0 for no factors.")
                    .withDefault(0.0)))
        .withFormula("x · e^s + o, s ~ N(0, scale²), o ~ N(0, offset²) for each client and feature")
        .withNeeds("Features that are numbers, not words.");
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    setting.requireNumbers();
    double offset = values.number(OFFSET);
    double scale = values.number(SCALE);
    return Optional.of((own, client, round) -> moved(own, offset, scale, client.own()));
  }

  private static Examples moved(Examples own, double offset, double scale, RandomStream random) {
    double[] factors = new double[own.columns()];
    double[] offsets = new double[own.columns()];
    for (int column = 0; column < own.columns(); column++) {
      offsets[column] = offset * random.nextGaussian();
      factors[column] = StrictMath.exp(scale * random.nextGaussian());
    }
    float[] features = own.features().clone();
    for (int i = 0; i < features.length; i++) {
      int column = i % own.columns();
      features[i] = (float) (features[i] * factors[column] + offsets[column]);
    }
    return Changed.features(own, features);
  }
}
