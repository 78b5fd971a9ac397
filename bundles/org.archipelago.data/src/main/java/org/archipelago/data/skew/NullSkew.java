package org.archipelago.data.skew;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;

/**
 * The skew that chance alone makes: rows of the same classes, dealt again and again to clients of the same sizes, which
 * is what permuting the labels comes to. Small clients are unlike each other even so, and what is shown of a partition is
 * its excess over that. The same seed gives the same bits on any number of threads.
 */
public final class NullSkew {

  /** Random dealings while somebody waits: enough for a band, whose ends are the extremes. */
  public static final int FEW_DRAWS = 39;
  /** Random dealings of what is written down. */
  public static final int DRAWS = 199;

  private static final SkewMeasure[] MEASURES = SkewMeasure.values();
  private static final int TOGETHER = 16;

  private final int[] sizes;
  private final int[] totals;
  private final NullBand[] means;
  private final NullBand[] weightedMeans;
  private final double[][] clientMeans;

  private NullSkew(
      int[] sizes, int[] totals, NullBand[] means, NullBand[] weightedMeans, double[][] clientMeans) {
    this.sizes = sizes;
    this.totals = totals;
    this.means = means;
    this.weightedMeans = weightedMeans;
    this.clientMeans = clientMeans;
  }

  /**
   * @param counts rows by client and class; at least one row
   * @param draws random dealings, at least 1
   * @param control stops it between dealings
   * @throws RunControl.StoppedException if it was stopped
   */
  public static NullSkew draw(int[][] counts, int draws, Seed seed, RunControl control) {
    int[] sizes = ClassShares.sizes(counts);
    int[] totals = ClassShares.totals(counts);
    Dealing dealing = new Dealing(sizes, totals);
    ClassShares all = new ClassShares(totals);
    double[][] means = new double[MEASURES.length][draws];
    double[][] weightedMeans = new double[MEASURES.length][draws];
    double[][] clientMeans = new double[MEASURES.length][sizes.length];
    for (int first = 0; first < draws; first += TOGETHER) {
      List<Skew> batch =
          IntStream.range(first, Math.min(draws, first + TOGETHER))
              .parallel()
              .mapToObj(draw -> dealt(dealing, all, seed.stream("null-skew", draw), control))
              .toList();
      for (int i = 0; i < batch.size(); i++) {
        for (SkewMeasure measure : MEASURES) {
          means[measure.ordinal()][first + i] = batch.get(i).mean(measure);
          weightedMeans[measure.ordinal()][first + i] = batch.get(i).weightedMean(measure);
          addShares(batch.get(i), measure, draws, clientMeans[measure.ordinal()]);
        }
      }
    }
    return new NullSkew(sizes, totals, bands(means), bands(weightedMeans), clientMeans);
  }

  private static Skew dealt(Dealing dealing, ClassShares all, RandomStream random, RunControl control) {
    control.checkpoint();
    return Skew.of(dealing.draw(random), dealing.sizes(), all);
  }

  private static void addShares(Skew drawn, SkewMeasure measure, int draws, double[] clientMeans) {
    for (int client = 0; client < clientMeans.length; client++) {
      clientMeans[client] += drawn.of(measure, client) / draws;
    }
  }

  private static NullBand[] bands(double[][] values) {
    List<NullBand> bands = new ArrayList<>();
    for (double[] ofMeasure : values) {
      bands.add(NullBand.of(ofMeasure));
    }
    return bands.toArray(NullBand[]::new);
  }

  /** Whether it is also that of other counts: of clients of the same sizes and the same rows of every class. */
  public boolean fits(int[][] counts) {
    return Arrays.equals(sizes, ClassShares.sizes(counts))
        && Arrays.equals(totals, ClassShares.totals(counts));
  }

  /** Of the mean over clients. */
  public NullBand mean(SkewMeasure measure) {
    return means[measure.ordinal()];
  }

  /** Of the mean over rows. */
  public NullBand weightedMean(SkewMeasure measure) {
    return weightedMeans[measure.ordinal()];
  }

  /** What a client of that size has by chance, on average; NaN if it has no rows. */
  public double of(SkewMeasure measure, int client) {
    return clientMeans[measure.ordinal()][client];
  }
}
