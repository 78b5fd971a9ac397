package org.archipelago.data.shift;

import org.archipelago.core.Examples;

/** The same rows with other features or labels. */
final class Changed {

  private Changed() {}

  static Examples features(Examples own, float[] features) {
    return new Examples(own.columns(), features, own.width(), own.targets());
  }

  static Examples labels(Examples own, float[] labels) {
    return new Examples(own.columns(), own.features(), own.width(), labels);
  }
}
