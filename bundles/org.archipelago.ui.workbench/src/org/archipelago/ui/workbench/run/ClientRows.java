package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.RoundResult;
import org.archipelago.engine.Participant;

/** What is known of a run's clients. Not thread-safe. */
final class ClientRows {

  private final Map<String, ClientRow> rows = new LinkedHashMap<>();
  private Supplier<List<Participant>> participants = List::of;
  private boolean live = true;

  void add(List<ClientSummary> clients) {
    clients.forEach(
        client -> rows.put(client.name(), ClientRow.waiting(client.name(), client.rows())));
  }

  /** Says who the remote clients are and what they do. */
  void participants(Supplier<List<Participant>> tellsOfThem) {
    participants = tellsOfThem;
  }

  /** @param metric accuracy or R² */
  void round(RoundResult result, String metric) {
    for (ClientResult client : result.clients()) {
      ClientRow before =
          rows.getOrDefault(client.client(), ClientRow.waiting(client.client(), client.rows()));
      rows.put(client.client(), before.after(result.round(), client, metric));
    }
  }

  /** The run is over: what remote clients do from now on has nothing to do with it. */
  void end() {
    List<Participant> last = participants.get();
    participants = () -> last;
    live = false;
  }

  /** Remote clients come first: they are fewer, and it is they who may fail. */
  List<ClientRow> list() {
    Map<String, ClientRow> simulated = new LinkedHashMap<>(rows);
    List<ClientRow> all = new ArrayList<>();
    for (Participant seen : participants.get()) {
      Optional.ofNullable(simulated.remove(seen.name()))
          .ifPresent(row -> all.add(row.seen(seen, live)));
    }
    all.addAll(simulated.values());
    return all;
  }
}
