package org.archipelago.privacy;

import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.UpdateProcessor;
import org.archipelago.learning.ModelParameters;

/**
 * Scales an update down to a largest L2 norm: Δ · min(1, C / ‖Δ‖) (McMahan et al. 2018, section 2.2).
 * An update with a value that is not finite becomes zero, since no factor bounds it.
 */
final class L2Clipping implements UpdateProcessor {

  /** Takes up what rounding to 32 bits may add to a norm that was scaled to C exactly. */
  private static final double ROUNDING = 1 - 0x1p-22;

  private final double clipNorm;

  /** @param clipNorm C, above 0 */
  L2Clipping(double clipNorm) {
    this.clipNorm = clipNorm;
  }

  @Override
  public ClientUpdate process(ClientUpdate update) {
    ModelParameters delta = update.delta();
    double norm = delta.norm();
    if (norm <= clipNorm) {
      return update;
    }
    if (Double.isFinite(norm)) {
      delta.scale((float) (clipNorm / norm * ROUNDING));
    } else {
      delta.set(delta.zeros());
    }
    return update.asClipped();
  }
}
