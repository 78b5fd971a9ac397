package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;

/**
 * A chosen component as JSON, so that it can be read where the component is not there. Whole numbers have no decimal
 * point, others always do; a component inside is an object.
 */
public final class ComponentJson {

  private ComponentJson() {}

  public static ObjectNode write(ComponentSpec spec) {
    ObjectNode node = Json.object().put("id", spec.id());
    ObjectNode parameters = node.putObject("parameters");
    spec.parameters().asMap().forEach((name, value) -> parameters.set(name, value(value)));
    return node;
  }

  private static JsonNode value(Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof Integer number) {
      return make.numberNode(number);
    }
    if (value instanceof Double number) {
      return make.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return make.booleanNode(flag);
    }
    if (value instanceof ComponentSpec inner) {
      return write(inner);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = make.arrayNode();
      list.forEach(element -> array.add(value(element)));
      return array;
    }
    return make.textNode((String) value);
  }

  /** @throws IllegalArgumentException naming what is missing */
  public static ComponentSpec read(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    Json.get(node, "parameters")
        .properties()
        .forEach(entry -> values.put(entry.getKey(), readValue(entry.getValue())));
    return new ComponentSpec(Json.text(node, "id"), new ParameterValues(values));
  }

  private static Object readValue(JsonNode node) {
    if (node.isObject()) {
      return read(node);
    }
    if (node.isArray()) {
      return List.copyOf(Json.list(node, ComponentJson::readValue));
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.intValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asText();
  }
}
