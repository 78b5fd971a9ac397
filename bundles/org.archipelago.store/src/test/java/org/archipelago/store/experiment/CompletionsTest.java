package org.archipelago.store.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.archipelago.store.FakeCatalog;
import org.junit.jupiter.api.Test;

/** The cursor is where the {@code |} stands. */
class CompletionsTest {

  @Test
  void keysOfASectionAreThoseNotYetThere() {
    assertEquals(
        List.of("localEpochs: ", "batchSize: "),
        at("training:\n  rounds: 5\n  |\n  optimizer: sgd\n"));
    assertEquals(List.of("batchSize: "), at("training:\n  rounds: 5\n  b|\n"));
    assertEquals(List.of("learningRate: "), at("training:\n  optimizer: {id: sgd, l|}\n"));
    assertEquals(List.of("learningRate: "), at("training:\n  optimizer: {id: sgd, l|\nname: a\n"));
    assertEquals(List.of("id: ", "learningRate: "), at("training:\n  optimizer:\n    |\n  rounds: 5\n"));
  }

  @Test
  void sectionsStandAtTheTop() {
    assertEquals(List.of("partition: ", "privacy: "), at("format: x\np|\nmodel: mlp\n"));
  }

  @Test
  void idsAreThoseOfTheKind() {
    assertEquals(List.of("mlp", "softmax"), at("model: |\n"));
    assertEquals(List.of("softmax"), at("model: {id: s|}\n"));
    assertEquals(List.of("mlp"), at("model:\n  id: m|\n"));
    assertEquals(List.of("auto", "range"), at("data:\n  scaling: |\n"));
    assertEquals(List.of("sgd"), at("training: {rounds: 5, optimizer: {id: |}}\n"));
  }

  @Test
  void valuesAreChoicesFlagsAndDefaults() {
    assertEquals(List.of("examples", "equal"), at("strategy: {id: fedavg, weights: e|}\n"));
    assertEquals(List.of("true", "false"), at("data:\n  clientTest: |\n"));
    assertEquals(List.of("[64]"), at("model: {id: mlp, hidden: |}\n"));
    assertEquals(List.of(), at("training:\n  rounds: |\n"));
  }

  @Test
  void whatStandsBeforeTheCursorIsReplaced() {
    String text = "training:\n  rounds: 5\n  batch";
    Completion completion = Completions.at(text, text.length(), FakeCatalog.create()).get(0);
    assertEquals(
        new Completion(text.length() - 5, 5, "batchSize: ", "batchSize (32)", "Rows."), completion);
  }

  @Test
  void nothingIsOfferedWhereNothingIsKnown() {
    assertEquals(List.of(), at("model: {id: nonsense, |}\n"));
    assertEquals(List.of(), at("name: |\n"));
    assertEquals(List.of(), at("training:\n  optimizer: {id: sgd}|\n"));
  }

  private static List<String> at(String marked) {
    int offset = marked.indexOf('|');
    return Completions.at(marked.replace("|", ""), offset, FakeCatalog.create()).stream()
        .map(Completion::text)
        .toList();
  }
}
