package org.archipelago.learning.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine works best with. */
final class Lanes {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector: 4, 8 or 16. */
  static final int LANES = SPECIES.length();

  private Lanes() {}

  static FloatVector load(float[] m, int at) {
    return FloatVector.fromArray(SPECIES, m, at);
  }

  static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
