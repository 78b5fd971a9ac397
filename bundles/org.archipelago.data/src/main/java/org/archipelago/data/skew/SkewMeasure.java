package org.archipelago.data.skew;

/**
 * How a client's classes differ from those of all clients' rows together, or among themselves. Files and command lines
 * name them by their ids. Hsieh et al. 2020, "The non-IID data quagmire of decentralized machine learning", and Li et al.
 * 2022, "Federated learning on non-IID data silos", tell of what skew does.
 */
public enum SkewMeasure {
  /** Jensen-Shannon divergence of the client's shares from all, base 2, not its root: 0 alike, below 1. */
  JENSEN_SHANNON("jsd"),
  /** Hellinger distance of the client's shares from all: 0 alike, at most 1. */
  HELLINGER("hellinger"),
  /** L1 distance of the client's shares from all, at most 2; Zhao et al. 2018 call it the earth mover's distance. */
  L1("l1"),
  /** Earth mover's distance in bins: for classes in an order, such as the tenths of a number. */
  EARTH_MOVER("emd"),
  /** Herfindahl-Hirschman index, the sum of squared shares: from 1/classes, all equal, to 1, a single class. */
  HERFINDAHL("hhi"),
  /** Entropy of the shares over that of equal shares: 1 all equal, 0 a single class. */
  ENTROPY("entropy");

  private final String id;

  SkewMeasure(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
