/**
 * The mathematics of privacy accounting: what a sequence of noisy releases costs in (ε, δ).
 *
 * <p>A release is described by a {@link org.archipelago.privacy.accounting.DpEvent}; an
 * {@link org.archipelago.privacy.accounting.RdpAccountant} adds events up in Rényi differential privacy and
 * converts the sum to ε at a given δ; a {@link org.archipelago.privacy.accounting.NoiseCalibration} asks the
 * accountant backwards (which noise, how many rounds); an
 * {@link org.archipelago.privacy.accounting.AnalyticGaussian} is the exact answer for one Gaussian release
 * without sampling.
 *
 * <p>Conventions of the whole package: neighbouring data sets differ by adding or removing one record (one
 * client, when clients are what is sampled and clipped); the noise multiplier σ is the noise's standard deviation
 * divided by the L2 sensitivity and has no unit; ε is in nats. Every type is immutable and safe for threads. An
 * argument out of range is answered with an {@link IllegalArgumentException} that names the parameter, its value
 * and what is allowed.
 */
package org.archipelago.privacy.accounting;
