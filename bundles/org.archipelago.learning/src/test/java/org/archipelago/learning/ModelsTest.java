package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.archipelago.core.Inputs;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.junit.jupiter.api.Test;

class ModelsTest {

  private final Catalog catalog = Catalog.load();

  @Test
  void everythingIsFoundByItsId() {
    assertEquals(
        List.of("cnn", "linear", "mlp", "softmax", "tagger", "text"), ids(ComponentKind.MODEL));
    assertEquals(List.of("adagrad", "adam", "adamw", "rmsprop", "sgd"), ids(ComponentKind.OPTIMIZER));
    assertEquals(List.of("training"), ids(ComponentKind.TRAINING));
  }

  @Test
  void aCategoricalTargetForRegression() {
    Task diagnosis = Task.classification("diagnosis", List.of("B", "M"));
    assertEquals(
        Problem.atField(
            "model.id",
            "The model 'linear' learns numbers (regression), but the target 'diagnosis' is categorical,"
                + " with 2 classes (B, M). Choose one of the models cnn, mlp, softmax, or name a numeric column"
                + " in data.target."),
        refusal("linear", diagnosis, 3));
  }

  @Test
  void aNumericTargetForClassification() {
    assertEquals(
        Problem.atField(
            "model.id",
            "The model 'softmax' learns classes, but the target 'price' is a number. Choose one of the"
                + " models cnn, linear, mlp, or name a categorical column in data.target."),
        refusal("softmax", Fixtures.NUMBER, 3));
  }

  @Test
  void aTargetOfOneClass() {
    Problem problem = refusal("softmax", Task.classification("kind", List.of("only")), 3);
    assertEquals("data.target", problem.path());
    assertEquals(
        "The column 'kind' has only 1 class (only), but a model needs two classes or more to tell apart;"
            + " choose another target.",
        problem.message());
  }

  @Test
  void manyClassesAreNotAllNamed() {
    Task task = Task.classification("city", List.of("a", "b", "c", "d", "e", "f"));
    String message = refusal("linear", task, 3).message();
    assertTrue(message.contains("with 6 classes (a, b, c, d, e, …)."), message);
  }

  @Test
  void noFeatures() {
    assertEquals(
        Problem.atField(
            "data.target", "There is no column besides the target 'price' to learn from."),
        refusal("linear", Fixtures.NUMBER, 0));
  }

  @Test
  void aModelThatIsNotThere() {
    Problem problem = refusal("sofmax", Fixtures.CLASSES, 2);
    assertTrue(
        problem
            .message()
            .startsWith("There is no model 'sofmax'; there is cnn, linear, mlp, softmax, tagger, text."),
        problem.message());
  }

  @Test
  void wordsAreNoNumbers() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> create("mlp", Fixtures.CLASSES, Inputs.ofWords(5, 9)));
    assertEquals(
        Problem.atField(
            "model.id",
            "The features are the words of a text, whose numbers mean nothing to the model 'mlp'. Choose one of"
                + " the models text."),
        refused.problems().get(0));
    assertEquals(
        "Text classifier with GRU, 5-5×32-5×64-3, 12,963 parameters",
        create("text", Fixtures.CLASSES, Inputs.ofWords(5, 9)).summary());
  }

  @Test
  void numbersAreNoWords() {
    assertEquals(
        Problem.atField(
            "data.textColumn",
            "The model 'text' reads the words of a text, and the data has none: name the column of texts in"
                + " data.textColumn, or choose one of the models cnn, mlp, softmax."),
        refusal("text", Fixtures.CLASSES, 3));
  }

  @Test
  void tagsForAModelOfClasses() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> create("text", Task.tagging("tag", List.of("O", "B-X")), Inputs.ofWords(5, 9)));
    assertEquals(
        Problem.atField(
            "model.id",
            "The model 'text' learns classes, but the target 'tag' is a tag for every word, with 2 classes (O,"
                + " B-X). Choose one of the models tagger, or name a categorical column in data.target."),
        refused.problems().get(0));
  }

  private Model create(String id, Task task, Inputs inputs) {
    return Models.create(catalog, new ComponentSpec(id, ParameterValues.NONE), task, inputs);
  }

  @Test
  void learningRateIsAboveZero() {
    ComponentDescriptor sgd =
        catalog.find(ComponentKind.OPTIMIZER, "sgd").orElseThrow().descriptor();
    var rate = sgd.parameter("learningRate").orElseThrow();
    assertFalse(rate.range().contains(-0.1));
    assertFalse(rate.range().contains(0));
    assertTrue(rate.range().contains(0.5));
    assertEquals("a number greater than 0 and at most 1000000", rate.allowed());
  }

  @Test
  void classWeightsAreOneForEachClass() {
    ParameterValues two = new ParameterValues(Map.of("classWeights", List.of(1.0, 2.0)));
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Models.create(catalog, new ComponentSpec("softmax", two), Fixtures.CLASSES, Inputs.of(3)));
    assertEquals(
        Problem.atField(
            "model.classWeights",
            "Found 2 weights, but the target 'species' has 3 classes (a, b, c): give one weight for each, at"
                + " least one above 0, or none at all."),
        refused.problems().get(0));
  }

  @Test
  void aModelThatDoesNotFitIntoMemory() {
    Model model = Fixtures.mlp(Fixtures.CLASSES, 4096, 4096, 4096);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Models.requireFits(model, 1_000_000_000));
    assertEquals(
        Problem.atField(
            "model.id",
            "The model has 33,574,915 parameters, 0.1 GB. A run needs about 8 times as much, 1.1 GB, and Java"
                + " may use 1.0 GB: choose smaller layers, or give Java more memory (-Xmx)."),
        refused.problems().get(0));
    Models.requireFits(model, 2_000_000_000);
  }

  @Test
  void trainingSaysItsBounds() {
    ComponentDescriptor training =
        catalog.find(ComponentKind.TRAINING, "training").orElseThrow().descriptor();
    assertEquals(
        "a whole number of at least 1 and at most 1000000",
        training.parameter("rounds").orElseThrow().allowed());
    assertFalse(training.parameter("localEpochs").orElseThrow().range().contains(0));
    assertFalse(training.parameter("batchSize").orElseThrow().range().contains(-1));
    assertEquals("sgd", training.parameter("optimizer").orElseThrow().defaultValue().orElseThrow());
  }

  private Problem refusal(String id, Task task, int columns) {
    ComponentSpec spec = new ComponentSpec(id, ParameterValues.NONE);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Models.create(catalog, spec, task, Inputs.of(columns)));
    assertEquals(1, refused.problems().size());
    return refused.problems().get(0);
  }

  private List<String> ids(ComponentKind kind) {
    return catalog.list(kind).stream().map(ComponentDescriptor::id).toList();
  }
}
