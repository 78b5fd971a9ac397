package org.archipelago.learning.models;

import java.util.List;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.network.Activation;
import org.archipelago.learning.network.Padding;

/** Convolutional networks that are known by name. */
final class CnnPreset {

  static final String CUSTOM = "custom";

  /** Fields that a preset sets. */
  static final List<String> FIELDS =
      List.of(
          CnnFactory.CHANNELS,
          CnnFactory.KERNEL,
          CnnFactory.PADDING,
          CnnFactory.POOLING,
          CnnFactory.POOL_SIZE,
          CnnFactory.HIDDEN,
          CnnFactory.ACTIVATION);

  private static final String MCMAHAN = "mcmahan";
  private static final String LENET = "lenet5";
  private static final String CONV_6_16 = "conv6-16";

  private CnnPreset() {}

  static List<String> ids() {
    return List.of(CUSTOM, MCMAHAN, LENET, CONV_6_16);
  }

  static CnnPlan plan(ParameterValues values) {
    return switch (values.text(CnnFactory.PRESET)) {
      case MCMAHAN ->
          new CnnPlan(
              List.of(same(32), same(64)), 5, CnnPlan.MAX, 2, List.of(512), Activation.RELU);
      case LENET ->
          new CnnPlan(
              List.of(same(6), valid(16)), 5, CnnPlan.AVERAGE, 2, List.of(120, 84), Activation.TANH);
      case CONV_6_16 ->
          new CnnPlan(
              List.of(valid(6), valid(16)), 5, CnnPlan.MAX, 2, List.of(120, 84), Activation.RELU);
      default -> custom(values);
    };
  }

  private static CnnPlan custom(ParameterValues values) {
    Padding padding = Padding.of(values.text(CnnFactory.PADDING));
    return new CnnPlan(
        values.numbers(CnnFactory.CHANNELS).stream()
            .map(channels -> new CnnPlan.Convolved(channels.intValue(), padding))
            .toList(),
        values.integer(CnnFactory.KERNEL),
        values.text(CnnFactory.POOLING),
        values.integer(CnnFactory.POOL_SIZE),
        values.numbers(CnnFactory.HIDDEN).stream().map(Double::intValue).toList(),
        Activation.of(values.text(CnnFactory.ACTIVATION)));
  }

  private static CnnPlan.Convolved same(int channels) {
    return new CnnPlan.Convolved(channels, Padding.SAME);
  }

  private static CnnPlan.Convolved valid(int channels) {
    return new CnnPlan.Convolved(channels, Padding.VALID);
  }
}
