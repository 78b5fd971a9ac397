package org.archipelago.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.federation.ClientFigure;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.StartFigures;
import org.archipelago.federation.Strategy;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.PruningMask;

/**
 * What one thread at a time trains and measures simulated clients with: trainer, evaluator and their scratch memory.
 * What it has done before leaves no trace.
 */
final class ClientWorker {
  private final SimulatedShift shift;
  private final Strategy strategy;
  private final SimulatedAttack attack;
  private final Optional<LocalPrivacy> privacy;
  private final LocalTrainer trainer;
  private final Evaluator evaluator;

  /**
   * @param shift the rows that clients have
   * @param strategy tells what travels beside the model, and what clients are asked
   * @param attack what some clients do instead of training honestly
   * @param privacy how clients hide their rows while they train; nothing when they do not
   * @param trainer hides nothing yet
   */
  ClientWorker(
      SimulatedShift shift,
      Strategy strategy,
      SimulatedAttack attack,
      Optional<LocalPrivacy> privacy,
      LocalTrainer trainer,
      Evaluator evaluator) {
    this.shift = shift;
    this.strategy = strategy;
    this.attack = attack;
    this.privacy = privacy;
    this.trainer = trainer.with(privacy.map(LocalPrivacy::training));
    this.evaluator = evaluator;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /** Which weights are pruned in a round that begins with this model. */
  PruningMask mask(ModelParameters model, int round) {
    return trainer.mask(model, round);
  }

  /** What a client does in a leg, before anything of it is forged. */
  ClientUpdate train(
      RoundContext context,
      ModelParameters global,
      ClientInfo client,
      PruningMask mask,
      LocalTerm term) {
    long started = System.nanoTime();
    RunControl control = context.control();
    control.checkpoint();
    Examples rows = attack.rows(client, context.round(), shift.rows(client, context.round()));
    StartFigures start = figures(context, global, client, rows);
    if (!attack.trains(client, context.round())) {
      return idle(global, client, started).with(start);
    }
    RandomStream plain = context.stream(RoundContext.TRAINING, client);
    RandomStream random = privacy.map(local -> local.trainingStream(plain)).orElse(plain);
    ModelParameters delta = global.copy();
    LocalTrainer.Outcome outcome =
        trainer.train(
            delta,
            rows,
            random,
            control,
            context.round(),
            mask,
            term);
    delta.addScaled(-1f, global);
    double seconds = (System.nanoTime() - started) * 1e-9;
    Traffic traffic = Traffic.of(strategy, global.bytes());
    return new ClientUpdate(
            client,
            delta,
            outcome.steps(),
            outcome.meanLoss(),
            seconds,
            traffic.up(),
            traffic.down(),
            Double.isNaN(outcome.meanLoss()) ? Double.NaN : delta.norm(),
            false)
        .with(start);
  }

  /** What the strategy asks of a client before it trains. */
  private StartFigures figures(
      RoundContext context, ModelParameters global, ClientInfo client, Examples rows) {
    Set<ClientFigure> asked = strategy.asks();
    OptionalDouble loss = OptionalDouble.empty();
    if (asked.contains(ClientFigure.START_LOSS)) {
      evaluator.load(global);
      loss = OptionalDouble.of(loss(rows, context.control()));
    }
    Optional<ModelParameters> gradient = Optional.empty();
    if (asked.contains(ClientFigure.START_GRADIENT)) {
      gradient =
          Optional.of(
              trainer.gradient(
                  global, rows, context.stream(RoundContext.START_GRADIENT, client), context.control()));
    }
    return new StartFigures(loss, gradient);
  }

  /** Mean loss of the model that was loaded; NaN where it is not finite. */
  double loss(Examples rows, RunControl control) {
    return evaluator.evaluate(rows, control).value(Metrics.LOSS).orElse(Double.NaN);
  }

  /** What a client that does not train has, and what it claims. */
  private ClientUpdate idle(ModelParameters global, ClientInfo client, long started) {
    Traffic traffic = Traffic.of(strategy, global.bytes());
    return new ClientUpdate(
        client,
        global.zeros(),
        trainer.steps(shift.count(client)),
        Double.NaN,
        (System.nanoTime() - started) * 1e-9,
        traffic.up(),
        traffic.down(),
        0,
        false);
  }
}
