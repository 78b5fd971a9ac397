package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.store.experiment.ExperimentReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model file, the schema in it and the lines held out give the recorded figures, and nothing else is needed. */
@Timeout(30)
class ModelSchemaTest {

  private static final String FILE =
      """
      format: archipelago/experiment/1
      name: Prices
      seed: 3
      data:
        source: houses.csv
        target: %s
        test: 0.25
        scaling: standardise
        %s
      partition: {id: iid, clients: 4}
      model: {id: mlp, hidden: [6, 5]}
      training: {rounds: 5, localEpochs: 2, batchSize: 8, optimizer: {id: sgd, learningRate: 0.05}}
      sampler: everyone
      strategy: fedavg
      privacy: none
      """;

  private final RecordingRepository repository = new RecordingRepository();
  private List<String> lines;
  private JsonNode schema;

  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    RandomStream random = new RandomStream(5);
    StringBuilder csv = new StringBuilder("area,kind,price,sold\n");
    for (int i = 0; i < 240; i++) {
      double area = 50 + 100 * random.nextDouble();
      String kind = i % 7 == 0 ? "" : i % 3 == 0 ? "flat" : "house";
      double price = area * (kind.equals("flat") ? 2 : 3) * (1 + 0.1 * random.nextDouble());
      csv.append(i % 11 == 0 ? "" : area).append(',').append(kind).append(',').append(price)
          .append(price > 250 ? ",late\n" : ",early\n");
    }
    Files.writeString(folder.resolve("houses.csv"), csv);
  }

  @Test
  void classesCanBePredictedFromTheFileAlone() throws IOException {
    run("sold", "drop: [price]");
    List<String> labels = texts(schema.get("target").get("labels"));
    int right = 0;
    List<String[]> held = heldOut();
    for (String[] cells : held) {
      double[] scores = outputs(cells);
      int best = 0;
      for (int i = 1; i < scores.length; i++) {
        best = scores[i] > scores[best] ? i : best;
      }
      right += labels.get(best).equals(cells[3]) ? 1 : 0;
    }
    assertEquals(60, held.size());
    assertEquals(last(Metrics.ACCURACY), right / 60.0, 1e-12);
  }

  @Test
  void numbersCanBePredictedFromTheFileAlone() throws IOException {
    run("price", "targetTransform: log\n  targetScaling: standardise\n  drop: [sold]");
    JsonNode target = schema.get("target");
    assertEquals("number", target.get("kind").asText());
    double sum = 0;
    for (String[] cells : heldOut()) {
      double predicted =
          outputs(cells)[0] * target.get("scale").asDouble() + target.get("offset").asDouble();
      double actual = Double.parseDouble(cells[2]);
      double error = predicted - (target.get("log").asBoolean() ? Math.log(actual) : actual);
      sum += error * error;
    }
    assertEquals(last(Metrics.RMSE), Math.sqrt(sum / 60), 1e-5);
  }

  @Test
  void theMetadataHoldTheSameAsTheFile() throws IOException {
    run("sold", "drop: [price]");
    String inModel = Safetensors.read("model", repository.model()).metadata().get("schema");
    ObjectMapper json = new ObjectMapper();
    assertEquals(json.readTree(repository.artifacts.get("schema.json")), json.readTree(inModel));
    assertFalse(inModel.contains("\n"), "one line");
    JsonNode area = schema.get("columns").get(0);
    assertEquals("area", area.get("name").asText());
    assertEquals(List.of("flat", "house", "missing"), texts(schema.get("columns").get(1).get("levels")));
  }

  private void run(String target, String more) throws IOException {
    Catalog catalog = Catalog.load();
    String text = FILE.formatted(target, more);
    var experiment =
        ExperimentReader.read(text, "prices.yaml", catalog, List.of()).orThrow();
    var outcome =
        new ExperimentRunner(catalog, repository)
            .start(
                new RunRequest(experiment, text, folder, 1), new RunListener() {}, ProgressListener.NONE)
            .await();
    assertEquals(RunState.COMPLETED, outcome.state(), outcome.message());
    schema = new ObjectMapper().readTree(repository.artifacts.get("schema.json"));
    lines = Files.readAllLines(folder.resolve("houses.csv"));
  }

  private double last(String metric) {
    return repository.rounds.get(5).test().orElseThrow().value(metric).orElseThrow();
  }

  private List<String[]> heldOut() throws IOException {
    JsonNode holdOut = new ObjectMapper().readTree(repository.artifacts.get("holdout.json"));
    List<String[]> rows = new ArrayList<>();
    holdOut.get("lines").forEach(line -> rows.add(lines.get(line.asInt() - 1).split(",", -1)));
    return rows;
  }

  /** What docs/run-record.md tells to do. */
  private double[] outputs(String[] cells) {
    List<Double> features = new ArrayList<>();
    Map<String, Integer> places = Map.of("area", 0, "kind", 1);
    for (JsonNode column : schema.get("columns")) {
      String cell = cells[places.get(column.get("name").asText())];
      if (column.has("levels")) {
        for (String level : texts(column.get("levels"))) {
          features.add(level.equals(cell.isEmpty() ? "missing" : cell) ? 1.0 : 0.0);
        }
      } else {
        features.add(
            cell.isEmpty()
                ? column.get("missing").asDouble()
                : (Double.parseDouble(cell) - column.get("offset").asDouble())
                    / column.get("scale").asDouble());
      }
    }
    ModelParameters model = Safetensors.read("model", repository.model()).parameters();
    double[] values = features.stream().mapToDouble(Double::doubleValue).toArray();
    int layers = model.tensors().size() / 2;
    for (int layer = 0; layer < layers; layer++) {
      values = dense(values, model.tensors().get(2 * layer), model.tensors().get(2 * layer + 1));
      for (int i = 0; layer + 1 < layers && i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }
    return values;
  }

  private static double[] dense(double[] inputs, Tensor weight, Tensor bias) {
    double[] outputs = new double[bias.values().length];
    for (int o = 0; o < outputs.length; o++) {
      outputs[o] = bias.values()[o];
      for (int i = 0; i < inputs.length; i++) {
        outputs[o] += inputs[i] * weight.values()[i * outputs.length + o];
      }
    }
    return outputs;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
