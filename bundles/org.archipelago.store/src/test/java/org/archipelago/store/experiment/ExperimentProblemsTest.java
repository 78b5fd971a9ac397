package org.archipelago.store.experiment;

import static org.archipelago.store.experiment.Experiments.FULL;
import static org.archipelago.store.experiment.Experiments.problems;
import static org.archipelago.store.experiment.Experiments.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.FakeCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is answered with file, line, field, what was found and what is allowed. */
class ExperimentProblemsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      learningRate: 0.5     | learningRate: -0.5      | digits.yaml:9: training.optimizer.learningRate: Found -0.5; a number greater than 0 is allowed.
      learningRate: 0.5     | learningRate: .nan      | digits.yaml:9: training.optimizer.learningRate: Found .nan; a number greater than 0 is allowed. It must be finite.
      learningRate: 0.5     | learningRate: 1e400     | digits.yaml:9: training.optimizer.learningRate: Found 1e400; a number greater than 0 is allowed. It must be finite.
      learningRate: 0.5     | learningRate: fast      | digits.yaml:9: training.optimizer.learningRate: Found 'fast'; a number greater than 0 is allowed.
      learningRate: 0.5     | learningRate: "0.5"     | digits.yaml:9: training.optimizer.learningRate: Found '0.5'; a number greater than 0 is allowed. Remove the quotes.
      learningRate: 0.5     | learningRate:           | digits.yaml:9: training.optimizer.learningRate: Found nothing; a number greater than 0 is allowed.
      learningRate: 0.5     | learning_rate: 0.5      | digits.yaml:9: training.optimizer.learning_rate: There is no 'learning_rate' in optimizer 'sgd'; allowed: id, learningRate. Did you mean 'learningRate'?
      rounds: 50            | rounds: 50.0            | digits.yaml:8: training.rounds: Found 50.0; a whole number of at least 1 is allowed.
      rounds: 50            | rounds: 0               | digits.yaml:8: training.rounds: Found 0; a whole number of at least 1 is allowed.
      rounds: 50            | rounds: 3000000000      | digits.yaml:8: training.rounds: Found 3000000000; a whole number of at least 1 is allowed. The largest possible is 2147483647.
      rounds: 50            | rounds: [50]            | digits.yaml:8: training.rounds: Found a list; a whole number of at least 1 is allowed.
      rounds: 50            | ronds: 50               | digits.yaml:8: training.ronds: There is no 'ronds' in training; allowed: rounds, localEpochs, batchSize, optimizer. Did you mean 'rounds'?
      rounds: 50            | batchSize: 4            | digits.yaml:7: training.rounds: 'rounds' is missing; it takes a whole number of at least 1.
      rounds: 50            | id: local               | digits.yaml:7: training.rounds: 'rounds' is missing; it takes a whole number of at least 1. ~ digits.yaml:8: training.id: There is no 'id' in training; allowed: rounds, localEpochs, batchSize, optimizer.
      weights: equal        | weights: euqal          | digits.yaml:10: strategy.weights: Found 'euqal'; one of examples, equal is allowed. Did you mean 'equal'?
      weights: equal        | weights: examples       | digits.yaml:10: strategy.weights: Under privacy the weights must be equal.
      , weights: equal      |                         | digits.yaml:10: strategy.weights: Under privacy the weights must be equal.
      target: label         | target: 5               | digits.yaml:5: data.target: Found 5; a text is allowed. Put it in quotes: "5".
      target: label         | target: label, clientTest: yes | digits.yaml:5: data.clientTest: Found 'yes'; true or false is allowed.
      target: label         | target: label, drop: id | digits.yaml:5: data.drop: Found 'id'; a list of texts is allowed. Put it in brackets: [id].
      target: label         | target: label, drop: [a, 2] | digits.yaml:5: data.drop[1]: Found 2; a text is allowed. Put it in quotes: "2".
      target: label         | target: label, scaling: rang | digits.yaml:5: data.scaling.id: There is no scaling 'rang'; there is auto, range. Did you mean 'range'? It may come from a plug-in that is not installed.
      target: label         | target: label, scaling: 3 | digits.yaml:5: data.scaling: Found 3; a map with an id, or one of auto, range is allowed.
      target: label         | target: label, target: x | digits.yaml:5: data.target: 'target' stands here a second time; the first is in line 5. Remove one of them.
      model: softmax        | model: sofmax           | digits.yaml:12: model.id: There is no model 'sofmax'; there is mlp, softmax. Did you mean 'softmax'? It may come from a plug-in that is not installed.
      model: softmax        | model: {hidden: [3]}    | digits.yaml:12: model.id: The id is missing; write id: with one of mlp, softmax.
      model: softmax        | model: {id: 3}          | digits.yaml:12: model.id: Found 3; one of mlp, softmax is allowed. Put it in quotes: "3".
      model: softmax        | model: {id: mlp, hidden: [8, 0.5]} | digits.yaml:12: model.hidden[1]: Found 0.5; a number of at least 1 is allowed.
      model: softmax        | model:                  | digits.yaml:12: model: Found nothing; a map with an id, or one of mlp, softmax is allowed.
      model: softmax        |                         | digits.yaml:1: model: 'model' is missing; it takes one of mlp, softmax.
      model: softmax        | modell: softmax         | digits.yaml:12: modell: There is no 'modell' in an experiment; allowed: format, name, description, seed, data, partition, model, training, sampler, strategy, privacy, attack, shift. Did you mean 'model'?
      seed: 42              | seed: 1.5               | digits.yaml:4: seed: Found 1.5; a whole number from -9223372036854775808 to 9223372036854775807 is allowed.
      seed: 42              | seed: 9223372036854775808 | digits.yaml:4: seed: Found 9223372036854775808; a whole number from -9223372036854775808 to 9223372036854775807 is allowed.
      seed: 42              |                         | digits.yaml:1: seed: 'seed' is missing; it takes a whole number, such as 42.
      name: Handwritten digits on 300 phones | name: " " | digits.yaml:2: name: Found ''; a text that is not empty is allowed.
      name: Handwritten digits on 300 phones | name: 300 | digits.yaml:2: name: Found 300; a text that is not empty is allowed. Put it in quotes: "300".
      name: Handwritten digits on 300 phones |       | digits.yaml:1: name: 'name' is missing; it takes a text that is not empty.
      description: What it shows | description: [a]   | digits.yaml:3: description: Found a list; a text is allowed.
      id: gaussian-central, |                         | digits.yaml:11: privacy.clipNorm: There is no 'clipNorm' in privacy 'none'; allowed: id. No id is written here, so it is 'none'; there is gaussian-central, none. ~ digits.yaml:11: privacy.noiseMultiplier: There is no 'noiseMultiplier' in privacy 'none'; allowed: id. No id is written here, so it is 'none'; there is gaussian-central, none. ~ digits.yaml:11: privacy.delta: There is no 'delta' in privacy 'none'; allowed: id. No id is written here, so it is 'none'; there is gaussian-central, none. ~ digits.yaml:11: privacy.budget: There is no 'budget' in privacy 'none'; allowed: id. No id is written here, so it is 'none'; there is gaussian-central, none.
      format: archipelago/experiment/1 | format: archipelago/experiment/2 | digits.yaml:1: format: Found 'archipelago/experiment/2', of a newer program; this one reads up to archipelago/experiment/1. Update the program.
      format: archipelago/experiment/1 | format: archipelago/experiment/0 | digits.yaml:1: format: Found 'archipelago/experiment/0'; archipelago/experiment/1 is allowed.
      format: archipelago/experiment/1 | format: 1       | digits.yaml:1: format: Found 1; archipelago/experiment/1 is allowed.
      format: archipelago/experiment/1 |                 | digits.yaml:1: format: 'format' is missing; begin with format: archipelago/experiment/1
      """)
  void namesThePlaceWhatWasFoundAndWhatIsAllowed(String piece, String replacement, String expected) {
    String given = replacement == null ? "" : replacement;
    assertEquals(List.of(expected.split(" ~ ")), problems(piece, given));
  }

  @Test
  void reportsColumnsAndPathsForEditors() {
    Problem problem = read(FULL.replace("0.5", "-0.5")).problems().get(0);
    assertEquals(
        new Problem(
            "digits.yaml",
            9,
            38,
            "training.optimizer.learningRate",
            "Found -0.5; a number greater than 0 is allowed."),
        problem);
  }

  @Test
  void reportsEverythingAtOnceInTheOrderOfLinesThenOfTheCommandLine() {
    String text =
        FULL.replace("rate: 0.2", "rate: 2")
            .replace("seed: 42", "seed: x")
            .replace("rounds: 50", "rounds: 0");
    assertEquals(
        List.of("seed", "training.rounds", "sampler.rate", "partition.clients"),
        read(text, "partition.clients=0").problems().stream().map(Problem::path).toList());
  }

  @Test
  void reportsAMissingDefaultSectionWhenTheCatalogHasNoDefault() {
    String text = FULL.replace("sampler: {id: poisson, rate: 0.2}\n", "");
    ReadResult result =
        ExperimentReader.read(text, "a.yaml", new Catalog(List.of()), List.of());
    List<String> problems = problems(result);
    assertEquals(7, problems.size(), problems::toString);
    assertEquals("a.yaml:1: sampler: 'sampler' is missing; it takes one of .", problems.get(0));
    assertEquals("a.yaml:5: data: This program has no component that reads data.", problems.get(1));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      training.rounds=0      | --set training.rounds=0: training.rounds: Found 0; a whole number of at least 1 is allowed.
      training.round=5       | --set training.round=5: training.round: There is no 'round' in training; allowed: rounds, localEpochs, batchSize, optimizer. Did you mean 'rounds'?
      training.rounds        | --set training.rounds: Found no '='; write path=value, such as training.rounds=5.
      training.rounds=       | --set training.rounds=: training.rounds: Found nothing; a whole number of at least 1 is allowed.
      =5                     | --set =5: Found the path ''; keys joined by dots are allowed.
      training..rounds=5     | --set training..rounds=5: Found the path 'training..rounds'; keys joined by dots are allowed.
      trainin.rounds=5       | --set trainin.rounds=5: trainin.rounds: There is no 'trainin' to set; allowed: name, description, seed, data, partition, model, training, sampler, strategy, privacy, attack, shift. Did you mean 'training'?
      format=x               | --set format=x: format: There is no 'format' to set; allowed: name, description, seed, data, partition, model, training, sampler, strategy, privacy, attack, shift.
      seed.value=5           | --set seed.value=5: seed.value: 'seed' is 42 and holds no 'value'.
      model.hidden=[5        | --set model.hidden=[5: model.hidden: The '[' of line 1 is not closed by ']', or a comma is missing between its parts.
      """)
  void reportsAProblemOfAnOverrideAtTheOptionThatBroughtIt(String set, String expected) {
    assertEquals(expected, problems(read(FULL, set)).get(0));
  }

  @Test
  void reportsABadSeedAtItsOption() {
    ReadResult result =
        ExperimentReader.read(
            FULL,
            "digits.yaml",
            FakeCatalog.create(),
            List.of(ExperimentOverride.seed("many")));
    assertEquals(
        "--seed many: seed: Found 'many'; a whole number from -9223372036854775808 to 9223372036854775807"
            + " is allowed.",
        problems(result).get(0));
  }
}
