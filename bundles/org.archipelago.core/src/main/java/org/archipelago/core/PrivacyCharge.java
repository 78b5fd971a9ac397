package org.archipelago.core;

/**
 * One entry of the privacy ledger: written to disk before the noised model leaves the round.
 *
 * @param round the round that is charged
 * @param event what was released, such as {@code PoissonSampledGaussian(q = 0.2, σ = 2.0)}
 * @param after the privacy spent once the round is released
 */
public record PrivacyCharge(int round, String event, PrivacyStatus after) {}
