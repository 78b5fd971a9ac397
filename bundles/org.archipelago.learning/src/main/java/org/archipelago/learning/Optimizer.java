package org.archipelago.learning;

/** Changes parameters by gradients. Holds the state of one client's training; not thread-safe. */
public interface Optimizer {

  /**
   * One step, in place.
   *
   * @param parameters changed
   * @param gradient gradient of the mean loss, of the same shapes; not changed
   */
  void step(ModelParameters parameters, ModelParameters gradient);
}
