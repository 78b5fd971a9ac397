package org.archipelago.store.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * Small steps between JSON trees and values. What is absent is left out; a number that is not finite
 * is written as a text, {@code "NaN"} or {@code "Infinity"}.
 */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object that begins with the record's format. */
  static ObjectNode file() {
    return object().put("format", RunFiles.FORMAT);
  }

  static String line(JsonNode node) {
    return node.toString() + "\n";
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }

  static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JsonNodeFactory.instance.numberNode(value)
        : JsonNodeFactory.instance.textNode(Double.toString(value));
  }

  static void put(ObjectNode node, String key, double value) {
    node.set(key, number(value));
  }

  static void put(ObjectNode node, String key, OptionalDouble value) {
    value.ifPresent(number -> put(node, key, number));
  }

  static void put(ObjectNode node, String key, OptionalLong value) {
    value.ifPresent(number -> node.put(key, number));
  }

  static void putTexts(ObjectNode node, String key, List<String> texts) {
    ArrayNode array = node.putArray(key);
    texts.forEach(array::add);
  }

  /** @throws IllegalArgumentException naming the key, when it is not there */
  static JsonNode get(JsonNode node, String key) {
    return find(node, key)
        .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
  }

  static Optional<JsonNode> find(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key));
  }

  static String text(JsonNode node, String key) {
    return get(node, key).asText();
  }

  static long whole(JsonNode node, String key) {
    JsonNode value = get(node, key);
    if (!value.isIntegralNumber()) {
      throw new IllegalArgumentException("'" + key + "' is no whole number");
    }
    return value.longValue();
  }

  static double decimal(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return Double.parseDouble(value.asText());
  }

  static OptionalDouble findDecimal(JsonNode node, String key) {
    return find(node, key).map(value -> OptionalDouble.of(decimal(value))).orElse(OptionalDouble.empty());
  }

  static OptionalLong findWhole(JsonNode node, String key) {
    return node.has(key) ? OptionalLong.of(whole(node, key)) : OptionalLong.empty();
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>(array.size());
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }

  static List<String> texts(JsonNode node, String key) {
    return list(get(node, key), JsonNode::asText);
  }

  /**
   * Reads a value from text.
   *
   * @param file how a message calls the file
   * @param line of the file, from 1; 0 for the whole of it
   * @throws InvalidInputException if the text is no JSON or lacks something
   */
  static <T> T read(String text, String file, int line, Function<JsonNode, T> reader) {
    try {
      return reader.apply(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      int at = Math.max(line, 1) + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) - 1;
      throw damaged(file, at, "it is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw damaged(file, line, e.getMessage());
    }
  }

  private static InvalidInputException damaged(String file, int line, String what) {
    return new InvalidInputException(
        Problem.inFile(
            file, line, "This file of a run's record is damaged (" + what + "); take it from a copy."));
  }
}
