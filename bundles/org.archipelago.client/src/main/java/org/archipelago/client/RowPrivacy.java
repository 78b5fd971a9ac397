package org.archipelago.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.PrivacySetting;
import org.archipelago.learning.Model;
import org.archipelago.protocol.ComponentMessage;

/** How a participant hides its own rows, as the session asks it to. */
final class RowPrivacy {

  private static final String BUDGET = "budget";

  private RowPrivacy() {}

  /**
   * @param limit ε that the own rows must not exceed; the lower of it and the session's budget holds
   * @return nothing if the session does not ask participants for it
   * @throws InvalidInputException if it can't be done with that model, or there is nothing to limit
   */
  static Optional<LocalPrivacy> of(
      ComponentMessage asked,
      Catalog catalog,
      Model model,
      ParameterValues training,
      int rows,
      OptionalDouble limit) {
    if (!isAtClients(asked, catalog)) {
      limit.ifPresent(RowPrivacy::refuse);
      return Optional.empty();
    }
    ParameterValues values =
        within(asked.toSpec(catalog, ComponentKind.PRIVACY).parameters(), limit);
    PrivacySetting alone =
        new PrivacySetting(
            null, List.of(new ClientInfo(0, "", rows)), true, model, training);
    return catalog
        .get(ComponentKind.PRIVACY, asked.id(), PrivacyFactory.class)
        .create(values, alone)
        .map(LocalPrivacy.class::cast);
  }

  /** Whether the session asks participants to hide their rows themselves. */
  static boolean isAtClients(ComponentMessage asked, Catalog catalog) {
    asked.toSpec(catalog, ComponentKind.PRIVACY);
    return catalog.get(ComponentKind.PRIVACY, asked.id(), PrivacyFactory.class).atClients();
  }

  private static void refuse(double limit) {
    throw new InvalidInputException(
        Problem.atField(
            "--max-epsilon",
            "The session does not hide single rows, so there is no ε of your rows to limit; leave --max-epsilon"
                + " out."));
  }

  private static ParameterValues within(ParameterValues values, OptionalDouble limit) {
    if (limit.isEmpty()) {
      return values;
    }
    Map<String, Object> limited = new LinkedHashMap<>(values.asMap());
    limited.merge(BUDGET, limit.getAsDouble(), (a, b) -> Math.min((double) a, (double) b));
    return new ParameterValues(limited);
  }
}
