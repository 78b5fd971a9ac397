package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Brings clients into an order: at once where they are few, else off the UI thread, one time after the other
 * and of those that wait only the latest. Called on the UI thread.
 */
final class ClientSorting {

  /** So many are sorted in a few milliseconds. */
  static final int FEW = 5000;

  private final Control owner;
  private final Consumer<List<ClientRow>> sorted;
  private Supplier<List<ClientRow>> next;
  private boolean underWay;
  private int asked;

  /**
   * @param owner once it is disposed, nothing is told any more
   * @param sorted told of the clients in their order, on the UI thread
   */
  ClientSorting(Control owner, Consumer<List<ClientRow>> sorted) {
    this.owner = owner;
    this.sorted = sorted;
  }

  void sort(List<ClientRow> rows, ClientOrder order) {
    asked++;
    next = null;
    if (rows.size() <= FEW) {
      sorted.accept(order.apply(rows));
      return;
    }
    next = () -> order.apply(rows);
    if (!underWay) {
      begin();
    }
  }

  private void begin() {
    Supplier<List<ClientRow>> work = next;
    Display display = owner.getDisplay();
    int mine = asked;
    next = null;
    underWay = true;
    CompletableFuture.supplyAsync(work)
        .thenAccept(
            rows -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> done(rows, mine));
              }
            });
  }

  /** Shows even what is no longer the latest: else a run with many rounds a second would never be seen. */
  private void done(List<ClientRow> rows, int turn) {
    underWay = false;
    if (owner.isDisposed()) {
      return;
    }
    boolean latest = turn == asked;
    if (latest || next != null) {
      sorted.accept(rows);
    }
    if (next != null) {
      begin();
    }
  }
}
