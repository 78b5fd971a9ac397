package org.archipelago.privacy;

import java.util.List;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RandomStream;
import org.archipelago.federation.CentralPrivacy;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.UpdateProcessor;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/** {@link GaussianCentral} at work: noise of standard deviation σ·C on the sum of clipped updates. */
final class CentralGaussianMechanism implements CentralPrivacy {

  private final UpdateProcessor clipping;
  private final double deviation;
  private final double denominator;
  private final PrivacyLedger ledger;
  private final NoiseSource source;

  /**
   * @param clipNorm C
   * @param noiseMultiplier σ
   * @param expectedCohort public expected size of the cohort, above 0
   */
  CentralGaussianMechanism(
      double clipNorm,
      double noiseMultiplier,
      double expectedCohort,
      PrivacyLedger ledger,
      NoiseSource source) {
    this.clipping = new L2Clipping(clipNorm);
    this.deviation = noiseMultiplier * clipNorm;
    this.denominator = expectedCohort;
    this.ledger = ledger;
    this.source = source;
  }

  @Override
  public RandomStream cohortStream(RoundContext context) {
    return source.stream(context, RoundContext.COHORT);
  }

  @Override
  public UpdateProcessor processor() {
    return clipping;
  }

  @Override
  public void perturb(ModelParameters sum, RoundContext context) {
    RandomStream noise = source.stream(context, "privacy-noise");
    for (Tensor tensor : sum.tensors()) {
      float[] values = tensor.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] + deviation * noise.nextGaussian());
      }
    }
  }

  @Override
  public double denominator() {
    return denominator;
  }

  @Override
  public PrivacyStatus status() {
    return ledger.status();
  }

  @Override
  public PrivacyStatus afterRound(List<ClientInfo> cohort) {
    return ledger.afterNextRound();
  }

  @Override
  public PrivacyCharge charge(int round, List<ClientInfo> cohort) {
    return ledger.charge(round);
  }
}
