package org.archipelago.ui.workbench.run;

import java.util.OptionalDouble;
import org.archipelago.core.ClientResult;

/**
 * What is known of a client after the last whole round.
 *
 * @param name the client's name
 * @param rows its training rows
 * @param status what it did in that round; null before the first round
 * @param lastTrained the last round it trained in; 0 when it has not
 * @param loss its training loss in the last round it trained in
 * @param score accuracy or R² on its own rows, when last judged
 */
public record ClientRow(
    String name,
    long rows,
    ClientResult.Status status,
    int lastTrained,
    OptionalDouble loss,
    OptionalDouble score) {

  static ClientRow waiting(String name, long rows) {
    return new ClientRow(name, rows, null, 0, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The same client after another round; what that round says nothing of stays as it was. */
  ClientRow after(int round, ClientResult result, String metric) {
    boolean trained = result.steps() > 0;
    OptionalDouble judged =
        result.local().map(figures -> figures.value(metric)).orElse(OptionalDouble.empty());
    return new ClientRow(
        name,
        result.rows(),
        result.status(),
        trained ? round : lastTrained,
        result.trainLoss().isPresent() ? result.trainLoss() : loss,
        judged.isPresent() ? judged : score);
  }
}
