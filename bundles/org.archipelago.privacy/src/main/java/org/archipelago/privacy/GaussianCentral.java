package org.archipelago.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.Experiment;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.ClientSampler;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.PrivacySetting;
import org.archipelago.federation.SamplingScheme;
import org.archipelago.privacy.accounting.DpEvent;
import org.osgi.service.component.annotations.Component;

/**
 * Client-level differential privacy by a server that is trusted: every update is clipped, and normal
 * noise is added to their sum.
 *
 * <p>McMahan, Ramage, Talwar and Zhang, "Learning Differentially Private Recurrent Language Models",
 * ICLR 2018, algorithm 1 with the fixed-denominator estimator f̃_f of section 2.2 and equal weights.
 *
 * <p>Deviations: the accountant is Rényi's for the Poisson-sampled Gaussian (Mironov, Talwar and Zhang
 * 2019) instead of the moments accountant; the whole update is clipped, not each layer.
 */
@Component(service = ComponentFactory.class)
public final class GaussianCentral implements PrivacyFactory {

  /** Id in experiment files. */
  public static final String ID = "gaussian-central";

  static final String NOISE = "noise";
  static final String SEEDED = "seeded";
  static final String SECRET = "secret";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.PRIVACY,
        ID,
        "Central Gaussian noise (client-level)",
        "Clips every update and adds normal noise to their sum, so that the models hide whether any one"
            + " client took part.",
        "McMahan et al. 2018, algorithm 1; Mironov, Talwar and Zhang 2019",
        List.of(
            ParameterDescriptor.number(
                    "clipNorm", Range.POSITIVE, "Largest L2 norm of an update; a larger one is scaled down.")
                .withDefault(1.0)
                .withSource("McMahan et al. 2018, section 2.2"),
            ParameterDescriptor.number(
                    "noiseMultiplier",
                    Range.POSITIVE,
                    "Standard deviation of the noise on the sum, as a multiple of the clipping norm.")
                .withUnit("clipNorm")
                .withSource("McMahan et al. 2018, algorithm 1"),
            ParameterDescriptor.number(
                    "delta",
                    Range.inside(0, 1),
                    "δ at which ε is stated; choose it well below one over the number of clients.")
                .withDefault(1e-5),
            ParameterDescriptor.number(
                    "budget", Range.POSITIVE, "ε that must not be exceeded; the run stops before it would be.")
                .optional()
                .withUnit("ε"),
            ParameterDescriptor.choice(
                    NOISE,
                    List.of(SEEDED, SECRET),
                    "Seeded noise can be repeated, and subtracted, by whoever has the seed; secret noise"
                        + " protects, and no second run is the same.")
                .withDefault(SEEDED)));
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    List<Problem> problems = new ArrayList<>();
    experiment
        .section(ComponentKind.STRATEGY)
        .parameters()
        .find("weights")
        .filter(weights -> !weights.equals("equal"))
        .ifPresent(
            weights ->
                problems.add(
                    Problem.atField(
                        "strategy.weights",
                        ("Found %s, but under %s every client must have the same weight, or one with many"
                                + " rows would be protected less; write weights: equal.")
                            .formatted(weights, ID))));
    ComponentSpec sampler = experiment.section(ComponentKind.SAMPLER);
    if (!List.of("poisson", "everyone").contains(sampler.id())) {
      problems.add(
          Problem.atField(
              "sampler.id",
              "Found %s, which the accountant of %s has no theorem for; use poisson, or everyone."
                  .formatted(sampler.id(), ID)));
    }
    return problems;
  }

  @Override
  public Optional<PrivacyMechanism> create(ParameterValues values, PrivacySetting setting) {
    ClientSampler sampler = setting.sampler();
    double clipNorm = values.number("clipNorm");
    double noiseMultiplier = values.number("noiseMultiplier");
    OptionalDouble budget =
        values.has("budget") ? OptionalDouble.of(values.number("budget")) : OptionalDouble.empty();
    boolean secret = setting.remoteClients() || values.text(NOISE).equals(SECRET);
    PrivacyLedger ledger =
        new PrivacyLedger(
            event(sampler.scheme(), noiseMultiplier),
            values.number("delta"),
            budget,
            secret ? NoiseOrigin.CRYPTOGRAPHIC : NoiseOrigin.SIMULATED);
    NoiseSource source = secret ? NoiseSource.secret() : NoiseSource.seeded();
    return Optional.of(
        new CentralGaussianMechanism(
            clipNorm, noiseMultiplier, sampler.expectedCohort(setting.clients().size()), ledger, source));
  }

  private static DpEvent event(SamplingScheme scheme, double noiseMultiplier) {
    if (scheme instanceof SamplingScheme.Poisson poisson) {
      return new DpEvent.PoissonSampledGaussian(poisson.rate(), noiseMultiplier);
    }
    if (scheme instanceof SamplingScheme.Everyone) {
      return new DpEvent.Gaussian(noiseMultiplier);
    }
    throw new IllegalArgumentException(ID + " has no accountant for sampling by " + scheme);
  }

  @Override
  public List<String> covers() {
    return List.of(
        "The global models of all rounds, together: whether any one client, with all its rows, took part"
            + " changes the probability of any outcome by at most a factor e^ε, but for a probability δ"
            + " (neighbours differ by one client added or removed).",
        "Everything computed from these models alone.");
  }

  @Override
  public List<String> doesNotCover() {
    return List.of(
        "The server: it sees every client's update before the noise.",
        "Rows of the common hold-out, and the figures measured on them.",
        "Figures on clients' own rows, training losses and cohorts; they are for the analyst's screen and"
            + " left out of this report.",
        "The number of clients, and that the experiment was tried before with other settings: every"
            + " further run on the same clients spends more.",
        "Rounding: noise is drawn as floating-point numbers, not from a discrete distribution.");
  }
}
