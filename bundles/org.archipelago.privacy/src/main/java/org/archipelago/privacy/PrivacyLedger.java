package org.archipelago.privacy;

import java.util.OptionalDouble;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.privacy.accounting.DpEvent;
import org.archipelago.privacy.accounting.RdpAccountant;

/** Keeps account of one event a round against a budget. Not thread-safe. */
final class PrivacyLedger {

  private static final String UNIT = "one client added or removed, RDP accountant";

  private final DpEvent event;
  private final double delta;
  private final OptionalDouble budget;
  private final NoiseOrigin noise;
  private RdpAccountant spent = new RdpAccountant();

  PrivacyLedger(DpEvent event, double delta, OptionalDouble budget, NoiseOrigin noise) {
    this.event = event;
    this.delta = delta;
    this.budget = budget;
    this.noise = noise;
  }

  PrivacyStatus status() {
    return status(spent);
  }

  PrivacyStatus afterNextRound() {
    return status(spent.compose(event));
  }

  PrivacyCharge charge(int round) {
    spent = spent.compose(event);
    return new PrivacyCharge(round, event.toString(), status());
  }

  private PrivacyStatus status(RdpAccountant accountant) {
    return new PrivacyStatus(accountant.epsilon(delta).epsilon(), delta, budget, noise, UNIT);
  }
}
