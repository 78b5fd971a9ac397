package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunEvaluation.OfClient;

/** What a model was found to be worth, as JSON and back. */
final class EvaluationJson {

  private EvaluationJson() {}

  static ObjectNode write(RunEvaluation evaluation) {
    ObjectNode node = Json.file().put("round", evaluation.round());
    evaluation.test().ifPresent(test -> node.set("test", write(test)));
    evaluation.clients().ifPresent(clients -> node.set("clients", write(clients)));
    if (!evaluation.each().isEmpty()) {
      ArrayNode each = node.putArray("each");
      evaluation.each().forEach(
          client ->
              each.add(Json.object().put("client", client.client()).setAll(write(client.evaluation()))));
    }
    if (!evaluation.own().isEmpty()) {
      node.set("own", OwnFiguresJson.write(evaluation.own()));
    }
    return node;
  }

  static RunEvaluation read(JsonNode node) {
    return new RunEvaluation(
        (int) Json.whole(node, "round"),
        Json.find(node, "test").map(EvaluationJson::readEvaluation),
        Json.find(node, "clients").map(EvaluationJson::readEvaluation),
        list(node, "each", EvaluationJson::readClient),
        Json.find(node, "own").map(OwnFiguresJson::read).orElse(List.of()));
  }

  private static OfClient readClient(JsonNode node) {
    return new OfClient(Json.text(node, "client"), readEvaluation(node));
  }

  private static ObjectNode write(Evaluation evaluation) {
    ObjectNode node = Json.object();
    node.set("figures", RoundJson.write(evaluation.figures()));
    evaluation.confusion().ifPresent(
        matrix -> {
          ArrayNode lines = node.putArray("confusion");
          matrix.counts().forEach(line -> {
            ArrayNode counts = lines.addArray();
            line.forEach(counts::add);
          });
        });
    if (!evaluation.auc().isEmpty()) {
      ArrayNode auc = node.putArray("auc");
      evaluation.auc().forEach(
          area -> auc.add(area.isPresent() ? Json.number(area.getAsDouble()) : auc.nullNode()));
    }
    if (!evaluation.calibration().isEmpty()) {
      ArrayNode bins = node.putArray("calibration");
      evaluation.calibration().forEach(bin -> bins.add(write(bin)));
    }
    if (!evaluation.spans().isEmpty()) {
      ObjectNode spans = node.putObject("spans");
      evaluation.spans().forEach((type, scores) -> spans.set(type, write(scores)));
    }
    if (!evaluation.undefined().isEmpty()) {
      ObjectNode undefined = node.putObject("undefined");
      evaluation.undefined().forEach(undefined::put);
    }
    return node;
  }

  private static ObjectNode write(Scores scores) {
    ObjectNode node = Json.object();
    Json.put(node, "precision", scores.precision());
    Json.put(node, "recall", scores.recall());
    Json.put(node, "f1", scores.f1());
    return node.put("support", scores.support());
  }

  private static Scores readScores(JsonNode node) {
    return new Scores(
        Json.findDecimal(node, "precision"),
        Json.findDecimal(node, "recall"),
        Json.findDecimal(node, "f1"),
        Json.whole(node, "support"));
  }

  private static ObjectNode write(CalibrationBin bin) {
    ObjectNode node = Json.object();
    Json.put(node, "from", bin.from());
    Json.put(node, "to", bin.to());
    node.put("rows", bin.rows());
    Json.put(node, "confidence", bin.confidence());
    Json.put(node, "accuracy", bin.accuracy());
    return node;
  }

  private static Evaluation readEvaluation(JsonNode node) {
    SortedMap<String, String> undefined = new TreeMap<>();
    Json.find(node, "undefined")
        .ifPresent(found -> found.properties().forEach(e -> undefined.put(e.getKey(), e.getValue().asText())));
    SortedMap<String, Scores> spans = new TreeMap<>();
    Json.find(node, "spans")
        .ifPresent(found -> found.properties().forEach(e -> spans.put(e.getKey(), readScores(e.getValue()))));
    return new Evaluation(
        RoundJson.readMetrics(Json.get(node, "figures")),
        Json.find(node, "confusion").map(EvaluationJson::readMatrix),
        list(node, "auc", EvaluationJson::readArea),
        list(node, "calibration", EvaluationJson::readBin),
        spans,
        undefined);
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
    Optional<JsonNode> array = Json.find(node, key);
    return array.isPresent() ? Json.list(array.get(), element) : List.of();
  }

  private static ConfusionMatrix readMatrix(JsonNode lines) {
    return new ConfusionMatrix(Json.list(lines, line -> Json.list(line, JsonNode::longValue)));
  }

  private static OptionalDouble readArea(JsonNode node) {
    return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(Json.decimal(node));
  }

  private static CalibrationBin readBin(JsonNode node) {
    return new CalibrationBin(
        Json.decimal(Json.get(node, "from")),
        Json.decimal(Json.get(node, "to")),
        Json.whole(node, "rows"),
        Json.decimal(Json.get(node, "confidence")),
        Json.decimal(Json.get(node, "accuracy")));
  }
}
