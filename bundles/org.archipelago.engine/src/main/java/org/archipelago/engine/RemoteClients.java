package org.archipelago.engine;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.federation.ClientInfo;

/** What the record says of clients whose rows are elsewhere. */
final class RemoteClients {

  private RemoteClients() {}

  /**
   * The summary with them in it; their rows by class stay unknown.
   *
   * @param hideRows whether clients see to their privacy themselves
   */
  static DatasetSummary addTo(DatasetSummary summary, List<ClientInfo> remote, boolean hideRows) {
    if (remote.isEmpty()) {
      return summary;
    }
    List<ClientSummary> clients = new ArrayList<>(summary.clients());
    remote.forEach(client -> clients.add(ClientSummary.ofRemote(client.name(), client.rows())));
    List<String> notes = new ArrayList<>(summary.notes());
    notes.add(
        ("%d of %d clients took part over the network, with rows of their own. How many rows they have and"
                + " how their training went is what they said. Such a run can't be repeated bit for bit.")
            .formatted(remote.size(), clients.size()));
    if (hideRows) {
      notes.add(
          "Clients over the network clip, draw noise and keep account themselves. Their ε is what they report, and"
              + " the server can't verify that they did so.");
    }
    return new DatasetSummary(
        summary.source(),
        summary.task(),
        summary.features(),
        summary.trainingRows() + remote.stream().mapToLong(ClientInfo::rows).sum(),
        summary.testRows(),
        clients,
        summary.majorityAccuracy(),
        notes);
  }
}
