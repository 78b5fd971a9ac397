package org.archipelago.federation;

import java.util.List;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Model;

/**
 * What a privacy strategy has to know of the run it is made for.
 *
 * @param sampler decides whether and how sampling of clients amplifies privacy
 * @param clients all of them, at least one
 * @param remoteClients whether a real remote client takes part, so that noise must be private
 * @param model what is trained
 * @param training the experiment's section {@code training}
 */
public record PrivacySetting(
    ClientSampler sampler,
    List<ClientInfo> clients,
    boolean remoteClients,
    Model model,
    ParameterValues training) {

  /** Copies the list. */
  public PrivacySetting {
    clients = List.copyOf(clients);
  }
}
