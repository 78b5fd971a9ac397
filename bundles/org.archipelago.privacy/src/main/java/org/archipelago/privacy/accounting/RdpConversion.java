package org.archipelago.privacy.accounting;

/** How a Rényi divergence of one order becomes an ε at a given δ. */
public enum RdpConversion {

  /**
   * Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", 2020, proposition 12: ε = D +
   * log((α − 1)/α) − (log δ + log α)/(α − 1). Never above {@link #CLASSIC}. Below 0 it says no more than ε = 0.
   */
  IMPROVED {
    @Override
    double unclamped(double order, double rdp, double delta) {
      return rdp + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
    }
  },

  /** Mironov, "Rényi Differential Privacy", 2017, proposition 3: ε = D − log δ/(α − 1). */
  CLASSIC {
    @Override
    double unclamped(double order, double rdp, double delta) {
      return rdp - Math.log(delta) / (order - 1);
    }
  };

  abstract double unclamped(double order, double rdp, double delta);

  /**
   * ε from the divergence of one order.
   *
   * @param order the Rényi order, 1 &lt; α ≤ 10000
   * @param rdp   the divergence, 0 or more; may be infinite
   * @param delta δ, 0 &lt; δ &lt; 1
   * @return ε, 0 or more
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double epsilon(double order, double rdp, double delta) {
    Arguments.order("order", order);
    Arguments.openUnitInterval("delta", delta);
    if (!(rdp >= 0)) {
      throw Arguments.outOfRange("rdp", rdp, "a number >= 0");
    }
    return Math.max(0, unclamped(order, rdp, delta));
  }
}
