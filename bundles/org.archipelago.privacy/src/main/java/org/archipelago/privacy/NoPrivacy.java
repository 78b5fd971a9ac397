package org.archipelago.privacy;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacyMechanism;
import org.archipelago.federation.PrivacySetting;
import org.osgi.service.component.annotations.Component;

/** Nothing is protected: rows stay on their clients, but models tell what they may. */
@Component(service = ComponentFactory.class)
public final class NoPrivacy implements PrivacyFactory {

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.PRIVACY,
        "none",
        "None",
        "Rows stay on their clients, but nothing bounds what updates and models give away.",
        "",
        List.of());
  }

  @Override
  public Optional<PrivacyMechanism> create(ParameterValues values, PrivacySetting setting) {
    return Optional.empty();
  }

  @Override
  public List<String> covers() {
    return List.of();
  }

  @Override
  public List<String> doesNotCover() {
    return List.of(
        "No differential privacy was used: updates and models may give away facts about single rows and"
            + " clients.");
  }
}
