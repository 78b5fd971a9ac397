package org.archipelago.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.RdpAccountant;

/**
 * What one step costs, kept for the steps that were asked for last: a forecast follows every keystroke, and
 * hundreds of clients with rows of their own need hundreds of computations of some milliseconds. Thread-safe.
 */
final class SingleSteps {

  private static final int MOST = 2048;

  private static final Map<PoissonSampledGaussian, RdpAccountant> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PoissonSampledGaussian, RdpAccountant> eldest) {
          return size() > MOST;
        }
      };

  private SingleSteps() {}

  /** An accountant that has seen that step once. */
  static RdpAccountant after(PoissonSampledGaussian step) {
    synchronized (KNOWN) {
      RdpAccountant known = KNOWN.get(step);
      if (known != null) {
        return known;
      }
    }
    RdpAccountant fresh = new RdpAccountant().compose(step);
    synchronized (KNOWN) {
      KNOWN.put(step, fresh);
    }
    return fresh;
  }
}
