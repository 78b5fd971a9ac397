package org.archipelago.learning;

/**
 * How much a client does in one round.
 *
 * @param epochs passes over its rows, at least 1; counts where there are no steps
 * @param steps steps to take instead; 0 for epochs
 * @param batchSize rows a step; 0, or more than a client has, means all it has
 */
public record LocalWork(int epochs, int steps, int batchSize) {

  public LocalWork {
    if (epochs < 1 || steps < 0 || batchSize < 0) {
      throw new IllegalArgumentException(
          "there is no work of %d epochs or %d steps of %d rows".formatted(epochs, steps, batchSize));
    }
  }

  /** Whole epochs. */
  public static LocalWork epochs(int epochs, int batchSize) {
    return new LocalWork(epochs, 0, batchSize);
  }

  /** Rows in a step of a client with so many. */
  public int batch(int rows) {
    return batchSize == 0 ? rows : Math.min(batchSize, rows);
  }

  /** Steps that a client with so many rows takes. */
  public int stepsIn(int rows) {
    int perEpoch = (rows - 1) / batch(rows) + 1;
    return steps > 0 ? steps : Math.multiplyExact(perEpoch, epochs);
  }
}
