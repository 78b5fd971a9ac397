package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunEvaluation.OwnFigures;

/**
 * The few figures of many clients as JSON and back: a list for each column, so that a hundred thousand clients
 * take megabytes and not a hundred.
 */
final class OwnFiguresJson {

  private static final String CLIENT = "client";
  private static final String ROWS = "rows";
  private static final String FIGURES = "figures";

  private OwnFiguresJson() {}

  static ObjectNode write(List<OwnFigures> clients) {
    ObjectNode node = Json.object();
    ArrayNode names = node.putArray(CLIENT);
    ArrayNode rows = node.putArray(ROWS);
    TreeSet<String> metrics = new TreeSet<>();
    for (OwnFigures client : clients) {
      names.add(client.client());
      rows.add(client.figures().rows());
      metrics.addAll(client.figures().values().keySet());
    }
    ObjectNode figures = node.putObject(FIGURES);
    for (String metric : metrics) {
      ArrayNode values = figures.putArray(metric);
      for (OwnFigures client : clients) {
        Double value = client.figures().values().get(metric);
        values.add(value == null ? values.nullNode() : Json.number(value));
      }
    }
    return node;
  }

  /** @throws IllegalArgumentException if the columns have different lengths */
  static List<OwnFigures> read(JsonNode node) {
    JsonNode names = Json.get(node, CLIENT);
    JsonNode rows = Json.get(node, ROWS);
    List<TreeMap<String, Double>> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      values.add(new TreeMap<>());
    }
    requireLength(ROWS, rows, names);
    Json.get(node, FIGURES)
        .properties()
        .forEach(
            column -> {
              requireLength(column.getKey(), column.getValue(), names);
              for (int i = 0; i < values.size(); i++) {
                JsonNode value = column.getValue().get(i);
                if (!value.isNull()) {
                  values.get(i).put(column.getKey(), Json.decimal(value));
                }
              }
            });
    List<OwnFigures> clients = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      clients.add(
          new OwnFigures(
              names.get(i).asText(), Metrics.of(rows.get(i).longValue(), values.get(i))));
    }
    return clients;
  }

  private static void requireLength(String column, JsonNode values, JsonNode names) {
    if (values.size() != names.size()) {
      throw new IllegalArgumentException(
          "'own' has %d clients and %d values of '%s'".formatted(names.size(), values.size(), column));
    }
  }
}
