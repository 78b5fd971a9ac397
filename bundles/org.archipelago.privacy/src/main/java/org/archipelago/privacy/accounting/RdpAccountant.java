package org.archipelago.privacy.accounting;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.archipelago.privacy.accounting.DpEvent.Gaussian;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.DpEvent.Repeated;
import org.archipelago.privacy.accounting.DpEvent.Sequence;

/**
 * Adds up what releases cost, in Rényi differential privacy of a fixed set of orders, and converts to ε.
 *
 * <p>An accountant is a value: {@link #compose} answers with a new one and leaves this one as it was, so that "what if
 * one more round" is {@code accountant.compose(round).epsilon(delta)}. The divergences of an event are computed when it
 * is first composed (a few milliseconds) and carried along; more of the same event costs microseconds. The same events
 * in any order give the same bits. Divergences of events on the same data add up (Mironov 2017, proposition 1), also
 * when what is released depends on earlier results, as long as rates and noise multipliers were fixed beforehand.
 *
 * <p>ε is an upper bound, not the exact value: as soon as anything was released, it does not fall below a floor that
 * the largest order sets (.103 at δ = 1e-5 with the default orders).
 */
public final class RdpAccountant {

  private static final double[] DEFAULT_ORDERS = DoubleStream
      .concat(IntStream.range(1, 100).mapToDouble(x -> 1 + x / 10.0), IntStream.range(12, 64).asDoubleStream())
      .toArray();

  private static final Comparator<PoissonSampledGaussian> BY_VALUE = Comparator
      .comparingDouble(PoissonSampledGaussian::rate)
      .thenComparingDouble(PoissonSampledGaussian::noiseMultiplier);

  /** How often an event was composed, and the divergences of one of it; the array is never written to. */
  private record Charge(long count, double[] rdp) {
  }

  private final double[] orders;
  private final NavigableMap<PoissonSampledGaussian, Charge> charges;

  /** An accountant that has seen nothing, with the orders 1.1, 1.2, …, 10.9, 12, 13, …, 63. */
  public RdpAccountant() {
    this(DEFAULT_ORDERS);
  }

  /**
   * An accountant that has seen nothing, with orders of one's own.
   *
   * @param orders the Rényi orders, at least one, 1 &lt; α ≤ 10000; copied
   * @throws IllegalArgumentException if there is no order or one is out of range
   */
  public RdpAccountant(double... orders) {
    this(orders.clone(), new TreeMap<>(BY_VALUE));
    if (orders.length == 0) {
      throw Arguments.outOfRange("orders", "empty", "at least one order");
    }
    for (int i = 0; i < orders.length; i++) {
      Arguments.order("orders[" + i + "]", orders[i]);
    }
  }

  private RdpAccountant(double[] orders, NavigableMap<PoissonSampledGaussian, Charge> charges) {
    this.orders = orders;
    this.charges = charges;
  }

  /** @return the orders, a copy */
  public double[] orders() {
    return orders.clone();
  }

  /** @return whether nothing was released yet */
  public boolean isEmpty() {
    return charges.isEmpty();
  }

  /**
   * What was composed so far, repetitions counted together and {@link Gaussian} as sampling with rate 1. Composing
   * these into a new accountant of the same orders gives one that answers the same to the last bit.
   *
   * @return events with their counts, ordered by rate and noise; cannot be changed
   */
  public SortedMap<PoissonSampledGaussian, Long> events() {
    TreeMap<PoissonSampledGaussian, Long> counts = new TreeMap<>(BY_VALUE);
    charges.forEach((event, charge) -> counts.put(event, charge.count()));
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The accountant after one more event; see {@link #compose(DpEvent, long)}. */
  public RdpAccountant compose(DpEvent event) {
    return compose(event, 1);
  }

  /**
   * The accountant after more events.
   *
   * @param event what is released
   * @param count how often, 0 or more; 0 changes nothing
   * @return a new accountant, or this one when nothing was added
   * @throws IllegalArgumentException if the count is negative or the sum of counts of an event leaves a {@code long}
   */
  public RdpAccountant compose(DpEvent event, long count) {
    Objects.requireNonNull(event, "event");
    Arguments.notNegative("count", count);
    NavigableMap<PoissonSampledGaussian, Charge> composed = new TreeMap<>(charges);
    try {
      addTo(composed, event, count);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("count is " + count + "; allowed: a total per event of at most "
          + Long.MAX_VALUE, e);
    }
    return composed.equals(charges) ? this : new RdpAccountant(orders, composed);
  }

  private void addTo(Map<PoissonSampledGaussian, Charge> target, DpEvent event, long count) {
    if (event instanceof Repeated repeated) {
      addTo(target, repeated.event(), Math.multiplyExact(repeated.count(), count));
    } else if (event instanceof Sequence sequence) {
      sequence.events().forEach(part -> addTo(target, part, count));
    } else if (event instanceof Gaussian gaussian) {
      addTo(target, new PoissonSampledGaussian(1, gaussian.noiseMultiplier()), count);
    } else if (event instanceof PoissonSampledGaussian sampled && count > 0) {
      Charge before = target.get(sampled);
      target.put(sampled, before == null
          ? new Charge(count, SampledGaussianRdp.rdp(sampled.rate(), sampled.noiseMultiplier(), orders))
          : new Charge(Math.addExact(before.count(), count), before.rdp()));
    }
  }

  /** @return the sum of all divergences so far, one per order (nats, 0 or more) */
  public double[] rdp() {
    double[] total = new double[orders.length];
    for (Charge charge : charges.values()) {
      for (int i = 0; i < total.length; i++) {
        total[i] += charge.count() * charge.rdp()[i];
      }
    }
    return total;
  }

  /**
   * ε by the improved conversion; see {@link #epsilon(double, RdpConversion)}.
   *
   * @param delta δ, 0 &lt; δ &lt; 1
   * @return ε with the order that gave it
   * @throws IllegalArgumentException if δ is out of range
   */
  public PrivacySpent epsilon(double delta) {
    return epsilon(delta, RdpConversion.IMPROVED);
  }

  /**
   * The smallest ε over all orders. Nothing released is ε = 0; ε never falls when events are added.
   *
   * @param delta      δ, 0 &lt; δ &lt; 1
   * @param conversion how a divergence becomes ε
   * @return ε with the order that gave it
   * @throws IllegalArgumentException if δ is out of range
   */
  public PrivacySpent epsilon(double delta, RdpConversion conversion) {
    Arguments.openUnitInterval("delta", delta);
    if (isEmpty()) {
      return PrivacySpent.nothing(delta);
    }
    double[] rdp = rdp();
    int best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < orders.length; i++) {
      double epsilon = conversion.unclamped(orders[i], rdp[i], delta);
      if (epsilon < smallest) {
        smallest = epsilon;
        best = i;
      }
    }
    return new PrivacySpent(Math.max(0, smallest), delta, OptionalDouble.of(orders[best]));
  }

  @Override
  public String toString() {
    return "RdpAccountant" + events() + " over " + orders.length + " orders " + orders[0] + " to "
        + Arrays.stream(orders).max().orElseThrow();
  }
}
