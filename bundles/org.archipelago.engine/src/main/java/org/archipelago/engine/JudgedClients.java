package org.archipelago.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.learning.TrainingSection;

/**
 * On whose own rows the model is measured in every round: all simulated clients, or where they are more than the
 * experiment asks for, a simple random sample of them, the same in all rounds, so that its quartiles move with
 * the model alone.
 *
 * @param indices ascending
 * @param all whether no simulated client is missing
 */
record JudgedClients(int[] indices, boolean all) {

  /** @param clients simulated ones */
  static JudgedClients of(Experiment experiment, int clients) {
    int most =
        TrainingSection.judgedClients(experiment.section(ComponentKind.TRAINING).parameters());
    int[] order = IntStream.range(0, clients).toArray();
    if (clients <= most) {
      return new JudgedClients(order, true);
    }
    experiment.seed().stream("judged-clients").shuffle(order);
    int[] drawn = Arrays.copyOf(order, most);
    Arrays.sort(drawn);
    return new JudgedClients(drawn, false);
  }
}
