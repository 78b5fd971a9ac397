package org.archipelago.federation;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes privacy strategies of one kind. */
public interface PrivacyFactory extends ComponentFactory {

  /**
   * @return nothing for the strategy that protects nothing
   * @throws org.archipelago.core.InvalidInputException if it can't protect such a run
   */
  Optional<PrivacyMechanism> create(ParameterValues values, PrivacySetting setting);

  /** Whether clients see to it themselves, remote ones too; it is a {@link LocalPrivacy} then. */
  default boolean atClients() {
    return false;
  }

  /** What ε covers under this strategy, in sentences for a report; empty when there is no ε. */
  List<String> covers();

  /** What ε does not cover, in sentences for a report. */
  List<String> doesNotCover();
}
