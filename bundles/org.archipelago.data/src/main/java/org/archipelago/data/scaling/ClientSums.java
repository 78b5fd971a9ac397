package org.archipelago.data.scaling;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Asks every client for the moments of its own training rows and adds them up in the order of the
 * clients, as a federation would; the rows themselves are never brought together. No noise is added,
 * so what is taken from here is not covered by ε.
 */
public final class ClientSums {

  private final List<int[]> clients;

  /** @param clients the rows that each client holds */
  public ClientSums(List<int[]> clients) {
    this.clients = List.copyOf(clients);
  }

  /** @param values value of a row, NaN where it is missing and not counted */
  public Moments of(IntToDoubleFunction values) {
    Moments total = Moments.NONE;
    for (int[] rows : clients) {
      total = total.plus(ofClient(rows, values));
    }
    return total;
  }

  private static Moments ofClient(int[] rows, IntToDoubleFunction values) {
    Moments own = Moments.NONE;
    for (int row : rows) {
      double value = values.applyAsDouble(row);
      if (!Double.isNaN(value)) {
        own = own.with(value);
      }
    }
    return own;
  }
}
