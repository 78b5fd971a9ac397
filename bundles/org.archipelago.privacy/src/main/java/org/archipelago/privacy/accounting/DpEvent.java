package org.archipelago.privacy.accounting;

import java.util.List;
import java.util.Objects;

/**
 * What a mechanism has released, as far as an accountant needs to know it.
 *
 * <p>Events are values: two events are equal when they cost the same by construction, and a ledger may use them as
 * keys. The hierarchy is sealed so that an accountant has to answer for every kind; a new mechanism adds a record
 * here and a case in {@link RdpAccountant}. Ledgers and reports show an event's text: a formula, so that it reads
 * the same in every language.
 */
public sealed interface DpEvent {

  /**
   * One release of a sum of L2 sensitivity 1 with added normal noise of standard deviation σ, everybody taking
   * part. Costs the same as {@link PoissonSampledGaussian} with rate 1.
   *
   * @param noiseMultiplier σ, the noise's standard deviation divided by the sensitivity; finite, above 0
   */
  record Gaussian(double noiseMultiplier) implements DpEvent {

    /** @throws IllegalArgumentException if {@code noiseMultiplier} is out of range */
    public Gaussian {
      Arguments.positive("noiseMultiplier", noiseMultiplier);
    }

    @Override
    public String toString() {
      return "Gaussian(σ = " + noiseMultiplier + ")";
    }
  }

  /**
   * One release of a {@link Gaussian} over a sample into which each record comes independently with the same
   * probability, and whose members are not published (the sampled Gaussian mechanism, Mironov, Talwar and Zhang
   * 2019, section 3). Sampling a fixed number of clients, or shuffling, is another event with another cost.
   *
   * @param rate    q, the probability with which a record takes part; 0 &lt; q ≤ 1
   * @param noiseMultiplier σ, the noise's standard deviation divided by the sensitivity; finite, above 0
   */
  record PoissonSampledGaussian(double rate, double noiseMultiplier) implements DpEvent {

    /** @throws IllegalArgumentException if an argument is out of range */
    public PoissonSampledGaussian {
      Arguments.rate("rate", rate);
      Arguments.positive("noiseMultiplier", noiseMultiplier);
    }

    @Override
    public String toString() {
      return "PoissonSampledGaussian(q = " + rate + ", σ = " + noiseMultiplier + ")";
    }
  }

  /**
   * The same event again and again, each time on the same data.
   *
   * @param event what is repeated
   * @param count how often, 0 or more; 0 costs nothing
   */
  record Repeated(DpEvent event, long count) implements DpEvent {

    /** @throws IllegalArgumentException if {@code count} is negative */
    public Repeated {
      Objects.requireNonNull(event, "event");
      Arguments.notNegative("count", count);
    }

    @Override
    public String toString() {
      return count + " × " + event;
    }
  }

  /**
   * Several events on the same data, each allowed to depend on the results of those before (adaptive sequential
   * composition). Their order does not change the cost.
   *
   * @param events what was released; may be empty, which costs nothing
   */
  record Sequence(List<DpEvent> events) implements DpEvent {

    /** Copies the list. */
    public Sequence {
      events = List.copyOf(events);
    }
  }
}
