package org.archipelago.federation;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes privacy strategies of one kind. */
public interface PrivacyFactory extends ComponentFactory {

  /**
   * @param sampler decides whether and how sampling amplifies privacy
   * @param clients number of clients, at least 1
   * @param remoteClients whether a real remote client takes part, so that noise must be private
   * @return nothing for the strategy that protects nothing
   */
  Optional<PrivacyMechanism> create(
      ParameterValues values, ClientSampler sampler, int clients, boolean remoteClients);

  /** What ε covers under this strategy, in sentences for a report; empty when there is no ε. */
  List<String> covers();

  /** What ε does not cover, in sentences for a report. */
  List<String> doesNotCover();
}
