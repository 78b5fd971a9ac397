package org.archipelago.privacy;

import java.util.List;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RandomStream;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.RoundContext;
import org.archipelago.learning.DpSgd;

/** {@link LocalDpSgd} at work. */
final class PrivateTraining implements LocalPrivacy {

  private final DpSgd rule;
  private final RowLedger ledger;
  private final boolean secret;

  /** @param secret whether batches and noise come from a key that nobody has, instead of the seed */
  PrivateTraining(DpSgd rule, RowLedger ledger, boolean secret) {
    this.rule = rule;
    this.ledger = ledger;
    this.secret = secret;
  }

  /** Of the seed: every client is charged for the rounds in which it trained, whoever knows which. */
  @Override
  public RandomStream cohortStream(RoundContext context) {
    return context.stream(RoundContext.COHORT);
  }

  @Override
  public DpSgd training() {
    return rule;
  }

  @Override
  public RandomStream trainingStream(RandomStream plain) {
    return secret ? new RandomStream(new AesCtrSource()) : plain;
  }

  @Override
  public double epsilon(ClientInfo client) {
    return ledger.epsilon(client);
  }

  @Override
  public PrivacyStatus status() {
    return ledger.status();
  }

  @Override
  public PrivacyStatus afterRound(List<ClientInfo> cohort) {
    return ledger.afterRound(cohort);
  }

  @Override
  public PrivacyCharge charge(int round, List<ClientInfo> cohort) {
    return ledger.charge(round, cohort);
  }
}
