package org.archipelago.strategies.robust;

import static org.archipelago.learning.kernel.Kernels.STRIP;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.learning.kernel.Kernels;

/**
 * Squared L2 distances between all updates of a cohort: differences are squared and added in single precision over a
 * few coordinates, where no sum grows long, and these sums in double precision. Nothing is cancelled, as it would be in
 * |a|² + |b|² − 2ab, so that equal distances stay equal.
 *
 * <p>A matrix of the clients' coordinates is compared with its transpose, strip by strip of its columns. The clients
 * stand at the end of the last strip, places before them are empty, so that in each strip only the rows down to its
 * diagonal are needed.
 *
 * <p>The coordinates are cut into a fixed number of parts, each worked on by one thread and their sums added in order, so
 * that the number of threads changes no bit.
 */
final class PairwiseDistances {

  /** Coordinates whose squares are added in single precision. */
  private static final int COORDINATES = 256;

  /** Rows that kernels work on at once. */
  private static final int ROWS = 6;

  /** Kernels want blocks to begin here. */
  private static final int FROM = 12;

  private static final int PARTS = 8;

  private final Cohort cohort;
  private final int empty;
  private final int strips;
  private final int transposed;
  private final int sums;

  PairwiseDistances(Cohort cohort) {
    this.cohort = cohort;
    strips = (cohort.size() + STRIP - 1) / STRIP;
    empty = strips * STRIP - cohort.size();
    transposed = FROM + (strips * STRIP + ROWS) * COORDINATES;
    sums = transposed + COORDINATES * strips * STRIP;
  }

  /** Rows of a strip: the clients before it and its own, and some more to fill the last tile. */
  private int rows(int strip) {
    return ((strip + 1) * STRIP - empty + ROWS - 1) / ROWS * ROWS;
  }

  private int sumsBefore(int strip) {
    int before = 0;
    for (int s = 0; s < strip; s++) {
      before += rows(s) * STRIP;
    }
    return before;
  }

  /** The distance of clients i and j is in row i and column j, and in row j and column i. */
  double[][] squared() {
    int blocks = (cohort.length() + COORDINATES - 1) / COORDINATES;
    List<double[]> parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> total(blocks * part / PARTS, blocks * (part + 1) / PARTS))
            .toList();
    double[] total = parts.get(0);
    parts.stream().skip(1).forEach(part -> Arrays.setAll(total, i -> total[i] + part[i]));
    return matrix(total);
  }

  private double[] total(int firstBlock, int endBlock) {
    Kernels kernels = Kernels.create();
    float[] m = new float[sums + sumsBefore(strips)];
    double[] total = new double[m.length - sums];
    for (int block = firstBlock; block < endBlock; block++) {
      load(m, block * COORDINATES);
      Arrays.fill(m, sums, m.length, 0);
      for (int strip = 0; strip < strips; strip++) {
        int columns = FROM + strip * STRIP * COORDINATES;
        int across = transposed + strip * STRIP * COORDINATES;
        kernels.transpose(m, STRIP, COORDINATES, columns, COORDINATES, across, STRIP);
        kernels.addSquaredDistances(
            m, rows(strip), COORDINATES, place(0), COORDINATES, across, sums + sumsBefore(strip));
      }
      for (int i = 0; i < total.length; i++) {
        total[i] += m[sums + i];
      }
    }
    return total;
  }

  /** Where a client's coordinates begin. */
  private int place(int client) {
    return FROM + (empty + client) * COORDINATES;
  }

  private void load(float[] m, int from) {
    int count = Math.min(COORDINATES, cohort.length() - from);
    for (int i = 0; i < cohort.size(); i++) {
      System.arraycopy(cohort.vector(i), from, m, place(i), count);
      Arrays.fill(m, place(i) + count, place(i) + COORDINATES, 0);
    }
  }

  private double[][] matrix(double[] total) {
    int size = cohort.size();
    double[][] distances = new double[size][size];
    for (int j = 0; j < size; j++) {
      int strip = (empty + j) / STRIP;
      int column = sumsBefore(strip) + (empty + j) % STRIP;
      for (int i = 0; i < j; i++) {
        distances[i][j] = total[column + i * STRIP];
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }
}
