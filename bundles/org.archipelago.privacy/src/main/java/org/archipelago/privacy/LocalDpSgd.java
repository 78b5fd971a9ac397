package org.archipelago.privacy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.PrivacySetting;
import org.archipelago.learning.DpSgd;
import org.archipelago.learning.TrainingSection;
import org.osgi.service.component.annotations.Component;

/**
 * Example-level differential privacy at each client: local training is DP-SGD, so that what a client sends, and
 * all that is made of it, hides any single row from everybody else, the server included.
 *
 * <p>Abadi, Chu, Goodfellow, McMahan, Mironov, Talwar and Zhang, "Deep learning with differential privacy", CCS
 * 2016, algorithm 1, with true Poisson batches.
 *
 * <p>Deviations: the accountant is Rényi's for the Poisson-sampled Gaussian (Mironov, Talwar and Zhang 2019)
 * instead of the moments accountant; any optimiser makes the step from the noised gradient; L1, L2 and proximal
 * terms, which know no rows, come after the noise.
 */
@Component(service = ComponentFactory.class)
public final class LocalDpSgd implements PrivacyFactory {

  /** Id in experiment files. */
  public static final String ID = "dp-sgd";

  private static final String ABADI = "Abadi et al. 2016, algorithm 1";
  private static final String RATE = "samplingRate";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.PRIVACY,
        ID,
        "DP-SGD at each client (example-level)",
        "Clients clip the gradient of every single row and add normal noise in every step, so that what they send"
            + " hides whether any one row was there, from the server too.",
        ABADI + "; Mironov, Talwar and Zhang 2019",
        List.of(
            ParameterDescriptor.number(
                    "clipNorm",
                    Range.POSITIVE,
                    "Largest L2 norm of one row's gradient; a larger one is scaled down.")
                .withDefault(1.0)
                .withSource(ABADI),
            ParameterDescriptor.number(
                    "noiseMultiplier",
                    Range.POSITIVE,
                    "Standard deviation of the noise on the sum of a step's gradients, as a multiple of the clipping"
                        + " norm.")
                .withUnit("clipNorm")
                .withSource(ABADI),
            ParameterDescriptor.number(
                    RATE,
                    Range.above(0, 1),
                    "Probability with which a row takes part in a step, the same for all clients; an epoch is then"
                        + " 1 / samplingRate steps. Empty: training.batchSize, which is the expected size of a batch,"
                        + " divided by the client's rows.")
                .optional()
                .withSource(ABADI),
            ParameterDescriptor.number(
                    "delta",
                    Range.inside(0, 1),
                    "δ at which ε is stated; choose it well below one over the number of a client's rows.")
                .withDefault(1e-5),
            ParameterDescriptor.number(
                    "budget",
                    Range.POSITIVE,
                    "ε that no client's rows must exceed; the run stops before the round in which one would.")
                .optional()
                .withUnit("ε"),
            ParameterDescriptor.choice(
                    GaussianCentral.NOISE,
                    List.of(GaussianCentral.SEEDED, GaussianCentral.SECRET),
                    "Seeded noise can be repeated, and subtracted, by whoever has the seed; secret noise"
                        + " protects, and no second run is the same.")
                .withDefault(GaussianCentral.SEEDED)));
  }

  @Override
  public Optional<PrivacyMechanism> create(ParameterValues values, PrivacySetting setting) {
    if (setting.model().mixesRows()) {
      throw new InvalidInputException(
          Problem.atField(
              "model.norm",
              ("%s needs the gradient of every single row, and batch norm mixes the rows of a batch; choose"
                      + " group norm, or none.")
                  .formatted(ID)));
    }
    boolean secret = setting.remoteClients() || values.text(GaussianCentral.NOISE).equals(GaussianCentral.SECRET);
    DpSgd rule =
        new DpSgd(
            values.number("clipNorm"),
            values.number("noiseMultiplier"),
            values.has(RATE) ? values.number(RATE) : 0);
    RowLedger ledger =
        new RowLedger(
            rule,
            TrainingSection.work(setting.training()),
            values.number("delta"),
            values.has("budget") ? OptionalDouble.of(values.number("budget")) : OptionalDouble.empty(),
            secret ? NoiseOrigin.CRYPTOGRAPHIC : NoiseOrigin.SIMULATED);
    return Optional.of(new PrivateTraining(rule, ledger, secret));
  }

  @Override
  public boolean atClients() {
    return true;
  }

  @Override
  public List<String> covers() {
    return List.of(
        "Any single row of a client, not the client as a whole: all that the client sends in all rounds, together,"
            + " is as probable without that row up to a factor e^ε, but for a probability δ (neighbours differ by"
            + " one row added or removed). ε is that of the client charged most; every client has its own.",
        "Everything computed from these updates alone, the global models too. The server sees noised updates and"
            + " no gradient of a row.");
  }

  @Override
  public List<String> doesNotCover() {
    return List.of(
        "A client as a whole, and what its rows have in common: people with many rows are protected less.",
        "How many rows a client has: the sampling rate and its weight are computed from it.",
        "Rows of the common hold-out, and the figures measured on them.",
        "Figures on clients' own rows, their classes, training losses and times: they are measured without noise,"
            + " for the analyst of a simulation, and stand in record and report; remote clients tell none but their"
            + " steps and times.",
        "A remote client that does not do what it says: it clips, draws noise and keeps account itself, and nobody"
            + " else can verify it.",
        "That the experiment was tried before with other settings: every further run on the same rows spends more.",
        "Rounding: noise is drawn as floating-point numbers, not from a discrete distribution.");
  }
}
