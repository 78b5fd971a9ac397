package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;
import org.archipelago.data.shift.Shift;
import org.archipelago.data.shift.ShiftFactory;
import org.archipelago.data.shift.ShiftSetting;
import org.archipelago.data.shift.ShiftedClient;
import org.archipelago.federation.ClientInfo;

/**
 * The rows that the simulated clients of one run train on. Those that a shift changes for good are changed once, those that
 * drift in every round. Hold-outs, rows that clients keep back and the server's rows stay as they are.
 */
final class SimulatedShift {

  private final ComponentSpec chosen;
  private final Optional<Shift> shift;
  private final Seed seed;
  private final FederatedDataset dealt;

  private SimulatedShift(ComponentSpec chosen, Optional<Shift> shift, Seed seed, FederatedDataset dealt) {
    this.chosen = chosen;
    this.shift = shift;
    this.seed = seed;
    this.dealt = dealt;
  }

  /** @throws org.archipelago.core.InvalidInputException if rows of these data can't be changed so */
  static SimulatedShift of(Experiment experiment, Catalog catalog, FederatedDataset data) {
    ComponentSpec chosen = experiment.section(ComponentKind.SHIFT);
    ShiftSetting setting =
        new ShiftSetting(data.task(), data.schema().words().present(), data.schema().imageSize());
    Optional<Shift> shift =
        catalog
            .get(experiment, ComponentKind.SHIFT, ShiftFactory.class)
            .create(chosen.parameters(), setting);
    return new SimulatedShift(chosen, shift, experiment.seed(), data);
  }

  /** The data with what is changed for good, and a note of it. */
  FederatedDataset data() {
    if (shift.isEmpty()) {
      return dealt;
    }
    DatasetSummary summary = dealt.summary();
    List<String> notes = new ArrayList<>(summary.notes());
    notes.add(
        ("The training rows of the simulated clients are other than they were dealt, since the experiment asks for the"
                + " shift '%s'; hold-outs are not.")
            .formatted(chosen.id()));
    return dealt.with(
        shift.get().drifts()
            ? dealt.clients()
            : IntStream.range(0, dealt.clients().size()).parallel().mapToObj(this::changed).toList(),
        summary.with(summary.clients(), notes));
  }

  private ClientDataset changed(int index) {
    ClientDataset client = dealt.clients().get(index);
    return new ClientDataset(
        client.name(), rows(index, 1, client.train()), client.present(), client.test(), client.before());
  }

  private Examples rows(int client, int round, Examples own) {
    return shift
        .orElseThrow()
        .shifted(own, new ShiftedClient(client, dealt.clients().size(), seed), round);
  }

  /** How many rows a client trains on. */
  int count(ClientInfo client) {
    return dealt.clients().get(client.index()).train().rows();
  }

  /** The rows that a client has in a round, of data that was changed for good already. */
  Examples rows(ClientInfo client, int round) {
    Examples own = dealt.clients().get(client.index()).train();
    return shift.filter(Shift::drifts).isPresent() ? rows(client.index(), round, own) : own;
  }
}
