package org.archipelago.learning.models;

import java.util.List;
import org.archipelago.learning.network.Activation;
import org.archipelago.learning.network.Padding;

/**
 * What a convolutional network consists of.
 *
 * @param convolutions first to last
 * @param kernel pixels along a side of each kernel
 * @param pooling {@link #MAX}, {@link #AVERAGE} or {@link #NONE}
 * @param poolSize pixels along a side of the window that is pooled
 * @param hidden widths of the dense layers before the last
 * @param activation of all layers but the last
 */
record CnnPlan(
    List<Convolved> convolutions,
    int kernel,
    String pooling,
    int poolSize,
    List<Integer> hidden,
    Activation activation) {

  static final String MAX = "max";
  static final String AVERAGE = "average";
  static final String NONE = "none";
  static final String GROUP = "group";
  static final String BATCH = "batch";

  /** One convolution: the channels it gives, and what it does at the border. */
  record Convolved(int channels, Padding padding) {}
}
