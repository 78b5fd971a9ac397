package org.archipelago.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;

/**
 * What a coordinator would see of clients whose rows stay with them: how many rows each has, and how many of a class where
 * that is not below a threshold. A single count that is hidden could be had by taking the others from the client's rows;
 * so at least two are hidden, and together they are no fewer than the threshold (complementary suppression, Cox 1980,
 * "Suppression methodology and statistical disclosure control"). Which others are hidden is drawn, since a rule such as
 * the smallest would tell something of them. Totals of classes over clients are not told: they are known only as far as
 * counts are seen.
 *
 * <p>Whoever sees only this knows of every hidden count no more than that it lies between 0 and the threshold, or is one
 * of those hidden along. It does not protect from somebody who sees the views before and after a row has moved.
 *
 * @param threshold counts below it are hidden, at least 1
 * @param silos one a client
 */
public record SiloView(int threshold, List<Silo> silos) {

  /** In place of a number of rows that is hidden. */
  public static final int HIDDEN = -1;

  /** A usual threshold for health data. */
  public static final int USUAL_THRESHOLD = 10;

  public SiloView {
    silos = List.copyOf(silos);
  }

  /**
   * What is seen of one client. The array is not to be written to.
   *
   * @param client its name
   * @param rows of all classes, or {@link #HIDDEN}
   * @param counts rows by class, or {@link #HIDDEN}
   */
  public record Silo(String client, int rows, int[] counts) {

    public boolean isHidden(int label) {
      return counts[label] == HIDDEN;
    }
  }

  /**
   * The view of a draft.
   *
   * @param seed draws which counts are hidden along; the same for the same draft
   */
  public static SiloView of(Draft draft, int threshold, Seed seed) {
    int[][] counts = draft.counts();
    List<Silo> silos = new ArrayList<>();
    for (int client = 0; client < counts.length; client++) {
      RandomStream random = seed.stream("silo-view", 0, client);
      silos.add(silo(draft.clients().get(client), counts[client], threshold, random));
    }
    return new SiloView(threshold, silos);
  }

  private static Silo silo(String name, int[] counts, int threshold, RandomStream random) {
    int rows = Arrays.stream(counts).sum();
    if (rows < threshold) {
      int[] nothing = new int[counts.length];
      Arrays.fill(nothing, HIDDEN);
      return new Silo(name, HIDDEN, nothing);
    }
    int[] seen = Arrays.stream(counts).map(count -> count < threshold ? HIDDEN : count).toArray();
    int[] order = IntStream.range(0, counts.length).filter(label -> seen[label] != HIDDEN).toArray();
    random.shuffle(order);
    int hidden = counts.length - order.length;
    int hiddenRows = rows - Arrays.stream(order).map(label -> counts[label]).sum();
    int next = 0;
    while (hidden > 0 && (hidden < 2 || hiddenRows < threshold)) {
      int label = order[next++];
      seen[label] = HIDDEN;
      hidden++;
      hiddenRows += counts[label];
    }
    return new Silo(name, rows, seen);
  }

  /** Rows of a class as far as they are seen: there may be more. */
  public int seen(int label) {
    return silos.stream().mapToInt(silo -> Math.max(0, silo.counts()[label])).sum();
  }

  /** Counts that are hidden. */
  public int hidden() {
    return silos.stream()
        .mapToInt(silo -> (int) Arrays.stream(silo.counts()).filter(count -> count == HIDDEN).count())
        .sum();
  }
}
