package org.archipelago.client;

import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Models;
import org.archipelago.protocol.SessionMessage;
import org.archipelago.protocol.UpdateFigures;

/**
 * Trains as a simulated client of the same index would: the same rows, seed and round give the same bits.
 * Not thread-safe.
 */
final class LocalClient {

  private final Examples rows;
  private final Seed seed;
  private final LocalTrainer trainer;
  private final ModelParameters like;

  /** @throws org.archipelago.core.InvalidInputException if this program lacks what the session uses */
  LocalClient(SessionMessage session, Examples rows, Catalog catalog) {
    this.rows = rows;
    this.seed = new Seed(session.seed());
    Model model =
        Models.create(
            catalog,
            session.model().toSpec(catalog, ComponentKind.MODEL),
            session.schema().task(),
            session.schema().inputs());
    this.trainer =
        LocalTrainer.of(
            session.training().toSpec(catalog, ComponentKind.TRAINING).parameters(), catalog, model);
    this.like = model.initialise(new RandomStream(0)).zeros();
  }

  /** Rows to train on. */
  int rows() {
    return rows.rows();
  }

  /** Numbers in the model. */
  int parameters() {
    return like.size();
  }

  /**
   * @param global the round's model; not changed
   * @param client the participant's index among all clients
   * @throws IllegalArgumentException if that is no such model
   */
  LocalUpdate train(int round, int client, ModelParameters global, RunControl control) {
    like.requireSameShapes(global);
    long started = System.nanoTime();
    ModelParameters delta = global.copy();
    LocalTrainer.Outcome outcome =
        trainer.train(delta, rows, seed.stream("local-training", round, client), control, round);
    delta.addScaled(-1f, global);
    double seconds = (System.nanoTime() - started) * 1e-9;
    return new LocalUpdate(
        round, delta, new UpdateFigures(outcome.steps(), outcome.meanLoss(), seconds));
  }
}
