package org.archipelago.store.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.store.FakeCatalog;
import org.archipelago.store.experiment.ExperimentText.Typed;
import org.junit.jupiter.api.Test;

class ExperimentTextTest {

  private static final String TEXT =
      """
      # What this is about
      format: archipelago/experiment/1
      name: 'Ünïcode 😀 name'   # shown in the tree
      description: >-
        A first line
        and a second.

      # where it comes from
      seed: 42
      data:
        source: "sample:digits" # images
        target: label
      partition: {id: iid, clients: 300}   # many
      training:
        # how long
        rounds: 50      # each costs budget

        optimizer: {id: sgd, learningRate: 0.5} # steep
      model: {id: mlp, hidden: [64, 32]}
      sampler: everyone   # no amplification
      privacy:
        id: gaussian-central
        clipNorm: 1.0   # longest
        noiseMultiplier: 2
        # small
        delta: 1e-5
      """;

  @Test
  void fieldsAreReadAsWritten() {
    ExperimentText text = parse(TEXT);
    assertEquals(Optional.of("Ünïcode 😀 name"), text.value("name"));
    assertEquals(Optional.of("1e-5"), text.value("privacy.delta"));
    assertEquals(Optional.of(List.of("64", "32")), text.value("model.hidden"));
    assertEquals(Optional.empty(), text.value("training.batchSize"));
    assertTrue(text.has("training.optimizer.learningRate"));
  }

  @Test
  void componentsAreThoseNamedOrTakenByDefault() {
    ExperimentText text = parse(TEXT);
    assertEquals("mlp", id(text, "model"));
    assertEquals("everyone", id(text, "sampler"));
    assertEquals("fedavg", id(text, "strategy"));
    assertEquals("sgd", id(text, "training.optimizer"));
    assertEquals("auto", id(text, "data.scaling"));
    assertEquals(Optional.empty(), parse("model: {id: mlpp}\n").component("model"));
    assertEquals(Optional.empty(), text.component("model.hidden"));
  }

  @Test
  void aValueIsReplacedAndNothingElse() {
    assertReplaced(parse(TEXT).set("training.rounds", new Typed("75")), "rounds: 50 ", "rounds: 75 ");
    assertReplaced(
        parse(TEXT).set("training.optimizer.learningRate", 0.25), "learningRate: 0.5", "learningRate: 0.25");
    assertReplaced(parse(TEXT).set("model.hidden", List.of(64.0, 16.5)), "[64, 32]", "[64, 16.5]");
    assertReplaced(parse(TEXT).set("privacy.delta", 1e-6), "1e-5", "1e-6");
    assertReplaced(parse(TEXT).set("seed", new Typed("7")), "seed: 42", "seed: 7");
  }

  @Test
  void theEditIsTheSmallestOne() {
    int digit = TEXT.indexOf("50      #");
    assertEquals(new TextEdit(digit, 1, "7"), parse(TEXT).set("training.rounds", 70));
    assertTrue(parse(TEXT).set("training.rounds", 50).isEmpty());
  }

  @Test
  void textsKeepTheirQuotesAndGetThemWhereNeeded() {
    assertReplaced(
        parse(TEXT).set("name", "It's new"), "'Ünïcode 😀 name'", "'It''s new'");
    assertReplaced(
        parse(TEXT).set("data.source", "a \"b\".csv"), "\"sample:digits\"", "\"a \\\"b\\\".csv\"");
    assertReplaced(parse(TEXT).set("data.target", "price: in $"), "target: label", "target: \"price: in $\"");
    assertReplaced(parse(TEXT).set("data.target", "42"), "target: label", "target: \"42\"");
    assertReplaced(parse(TEXT).set("data.target", "true"), "target: label", "target: \"true\"");
    assertReplaced(parse(TEXT).set("data.target", "no"), "target: label", "target: no");
    assertReplaced(parse(TEXT).set("data.target", ""), "target: label", "target: \"\"");
    assertReplaced(parse(TEXT).set("data.target", "größe in cm"), "target: label", "target: größe in cm");
  }

  @Test
  void everyTextIsReadBackAsItWasSet() {
    for (String value :
        List.of("a", "-", "- a", "a: b", "a #b", "#", "[a]", "{a}", "1e5", "0x1F", "0o7", "~", "null", ".5",
            "a\nb", "\t", " a ", "é", "&a", "*a", "!a", "%", "@", "`", "'", "\"", "a,b", "?", "|", ">",
            "C:\\data\\x.csv", "\u0007", "=", "<<", "---", "...", "a:", ".inf", "+.INF", "TRUE")) {
      String set = parse(TEXT).set("data.target", value).applyTo(TEXT);
      assertEquals(Optional.of(value), parse(set).value("data.target"), set);
      String inFlow = parse(TEXT).set("model.hidden", List.of(value, "x")).applyTo(TEXT);
      assertEquals(Optional.of(List.of(value, "x")), parse(inFlow).value("model.hidden"), inFlow);
    }
  }

  @Test
  void whatIsNoNumberIsWrittenAsTextForTheReaderToRefuse() {
    assertReplaced(parse(TEXT).set("training.rounds", new Typed("a, b")), "rounds: 50 ", "rounds: \"a, b\" ");
    String changed = parse(Experiments.FULL).set("training.rounds", new Typed("many")).applyTo(Experiments.FULL);
    assertEquals(
        List.of("digits.yaml:8: training.rounds: Found 'many'; a whole number of at least 1 is allowed."),
        Experiments.problems(Experiments.read(changed)));
  }

  @Test
  void foldedTextsStayFolded() {
    String changed = parse(TEXT).set("description", "word ".repeat(30).strip()).applyTo(TEXT);
    assertTrue(changed.contains("description: >-\n  word word"), changed);
    assertTrue(changed.contains("word\n\n# where it comes from\nseed: 42"), changed);
    assertEquals(Optional.of("word ".repeat(30).strip()), parse(changed).value("description"));
    String two = parse(TEXT).set("description", "one\ntwo").applyTo(TEXT);
    assertEquals(Optional.of("one\ntwo"), parse(two).value("description"));
  }

  @Test
  void missingKeysAreInsertedInTheirOrder() {
    assertInserted(
        parse(TEXT).set("training.localEpochs", 5), "rounds: 50      # each costs budget\n", "  localEpochs: 5\n");
    assertInserted(parse(TEXT).set("privacy.budget", 4), "  delta: 1e-5\n", "  budget: 4\n");
    assertInserted(parse(TEXT).set("data.test", 0.1), "  target: label\n", "  test: 0.1\n");
    assertInserted(
        "partition: {id: natural-groups, names: [a]}\n",
        "partition.column", "c", "natural-groups", ", column: c");
    assertInserted("training:\n  batchSize: 8\n", "training.rounds", 3, "training:\n", "  rounds: 3\n");
  }

  @Test
  void missingSectionsAreInserted() {
    assertInserted(
        parse(TEXT).set("strategy.weights", "equal"),
        "sampler: everyone   # no amplification\n",
        "strategy: {id: fedavg, weights: equal}\n");
    assertInserted("name: a", "training.rounds", 3, "name: a", "\ntraining: {rounds: 3}");
    assertInserted(
        "training: {rounds: 3}\n",
        "training.optimizer.learningRate",
        0.2,
        "rounds: 3",
        ", optimizer: {id: sgd, learningRate: 0.2}");
  }

  @Test
  void aBareIdBecomesAMapWhenAParameterIsSet() {
    String text = "sampler: poisson # rare\n";
    assertEquals(
        "sampler: {id: poisson, rate: 0.1} # rare\n", parse(text).set("sampler.rate", 0.1).applyTo(text));
  }

  @Test
  void aKeyWithoutValueGetsOne() {
    String text = "training:\n  rounds:   # how many\n  batchSize: 8\n";
    assertEquals(
        "training:\n  rounds: 5   # how many\n  batchSize: 8\n",
        parse(text).set("training.rounds", 5).applyTo(text));
    String empty = "training: # all\nname: a\n";
    assertEquals(
        "training: {rounds: 5} # all\nname: a\n", parse(empty).set("training.rounds", 5).applyTo(empty));
  }

  @Test
  void fieldsAreRemovedWithTheirLine() {
    assertReplaced(parse(TEXT).unset("training.rounds"), "  rounds: 50      # each costs budget\n", "");
    assertReplaced(parse(TEXT).unset("privacy.noiseMultiplier"), "  noiseMultiplier: 2\n", "");
    assertReplaced(parse(TEXT).unset("model.hidden"), "{id: mlp, hidden: [64, 32]}", "{id: mlp}");
    assertReplaced(parse(TEXT).unset("training.optimizer.id"), "{id: sgd, learningRate", "{learningRate");
    assertTrue(parse(TEXT).unset("training.batchSize").isEmpty());
    String only = "training:\n  rounds: 5\nname: a\n";
    assertEquals("training: {}\nname: a\n", parse(only).unset("training.rounds").applyTo(only));
    String empty = "training: {}\n";
    assertEquals("training: {rounds: 5}\n", parse(empty).set("training.rounds", 5).applyTo(empty));
  }

  @Test
  void anotherComponentKeepsWhatItSharesWithTheOld() {
    assertReplaced(parse(TEXT).choose("model", "softmax"), "{id: mlp, hidden: [64, 32]}", "{id: softmax}");
    String bare = "model: softmax # few\n";
    assertEquals("model: mlp # few\n", parse(bare).choose("model", "mlp").applyTo(bare));
    assertReplaced(
        parse(TEXT).choose("privacy", "none"),
        TEXT.substring(TEXT.indexOf("  id: gaussian")),
        "  id: none\n  # small\n");
    String groups = "partition: {id: natural-groups, column: c, names: [a]}\n";
    assertEquals(
        "partition: {id: iid}\n", parse(groups).choose("partition", "iid").applyTo(groups));
    assertInserted(
        parse(TEXT).choose("strategy", "fedavg"),
        "sampler: everyone   # no amplification\n",
        "strategy: {id: fedavg}\n");
    assertInserted(parse(TEXT).choose("data.scaling", "range"), "  target: label\n", "  scaling: {id: range}\n");
  }

  @Test
  void anAliasIsReplacedAndWhatItNamesIsNotEditedThere() {
    String text = "data: {source: &s a.csv, target: *s} # twice\nmodel: &m {id: mlp}\nzzz: {inner: *m}\n";
    assertEquals(Optional.of("a.csv"), parse(text).value("data.target"));
    assertEquals(
        text.replace("target: *s", "target: label"), parse(text).set("data.target", "label").applyTo(text));
    assertEquals(text.replace(", target: *s", ""), parse(text).unset("data.target").applyTo(text));
    assertTrue(parse(text).set("zzz.inner.id", "softmax").isEmpty());
    assertTrue(parse(text).unset("zzz.inner.id").isEmpty());
  }

  @Test
  void lineEndsAndByteOrderMarkStay() {
    String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
    String changed = parse(windows).set("training.localEpochs", 5).applyTo(windows);
    assertEquals(
        windows.replace("budget\r\n", "budget\r\n  localEpochs: 5\r\n"), changed);
    assertEquals(
        windows.replace("rounds: 50 ", "rounds: 75 "),
        parse(windows).set("training.rounds", 75).applyTo(windows));
  }

  @Test
  void whatIsNoMapIsNotEdited() {
    assertEquals(Optional.empty(), ExperimentText.parse("a: [", FakeCatalog.create()));
    assertEquals(Optional.empty(), ExperimentText.parse("- a\n", FakeCatalog.create()));
    assertEquals(Optional.empty(), ExperimentText.parse("", FakeCatalog.create()));
  }

  private static ExperimentText parse(String text) {
    return ExperimentText.parse(text, FakeCatalog.create()).orElseThrow();
  }

  private static String id(ExperimentText text, String path) {
    return text.component(path).map(ComponentDescriptor::id).orElse("");
  }

  private static void assertReplaced(TextEdit edit, String piece, String fresh) {
    assertTrue(TEXT.contains(piece), piece);
    assertEquals(TEXT.replace(piece, fresh), edit.applyTo(TEXT));
  }

  private static void assertInserted(TextEdit edit, String before, String fresh) {
    assertReplaced(edit, before, before + fresh);
  }

  private static void assertInserted(String text, String path, Object value, String before, String fresh) {
    assertEquals(text.replace(before, before + fresh), parse(text).set(path, value).applyTo(text));
  }
}
