package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.archipelago.core.Experiment;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;

/**
 * A resolved experiment as JSON: it can be read without the components that it names, so that a record
 * outlives them.
 */
final class ExperimentJson {

  private ExperimentJson() {}

  static ObjectNode write(Experiment experiment) {
    ObjectNode node = Json.object();
    node.put("name", experiment.name());
    node.put("description", experiment.description());
    node.put("seed", experiment.seed().value());
    experiment.sections().forEach((kind, spec) -> node.set(kind.key(), ComponentJson.write(spec)));
    return node;
  }

  static Experiment read(JsonNode node) {
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.isSection() && (kind.whenAbsent().isEmpty() || node.has(kind.key()))) {
        sections.put(kind, ComponentJson.read(Json.get(node, kind.key())));
      }
    }
    return new Experiment(
        Json.text(node, "name"),
        Json.text(node, "description"),
        new Seed(Json.whole(node, "seed")),
        sections);
  }
}
