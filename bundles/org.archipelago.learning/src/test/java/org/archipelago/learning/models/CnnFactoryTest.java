package org.archipelago.learning.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Inputs;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Models;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnnFactoryTest {

  private static final Task DIGITS =
      Task.classification("digit", IntStream.range(0, 10).mapToObj(Integer::toString).toList());
  private static final ImageSize MNIST = new ImageSize(28, 28, 1);

  /** The number is McMahan et al.'s own. */
  @Test
  void theNetworkOfMcMahanHasAsManyParametersAsInThePaper() {
    assertEquals(
        "CNN with ReLU on 28×28×1, 784-28×28×32-14×14×64-512-10, 1,663,370 parameters",
        cnn(MNIST, Map.of("preset", "mcmahan")).summary());
    assertEquals(1_663_370, cnn(MNIST, Map.of()).size());
  }

  @Test
  void leNet5HasTheParametersOfItsLayers() {
    assertEquals(61_706, cnn(MNIST, Map.of("preset", "lenet5")).size());
  }

  /** 456 + 2,416 + (13 · 13 · 16 + 1) · 120 + 121 · 84 + 85 · 10: nobody typed the 2,704. */
  @Test
  void theFlattenedSizeIsComputed() {
    assertEquals(
        "CNN with ReLU on 64×64×3, 12288-60×60×6-26×26×16-120-84-10, 338,486 parameters",
        cnn(new ImageSize(64, 64, 3), Map.of("preset", "conv6-16")).summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "group", "batch"})
  void learnsToTellStripesApart(String norm) {
    Model model =
        cnn(
            new ImageSize(8, 8, 1),
            Map.of("channels", List.of(8.0), "kernel", 3, "hidden", List.of(), "norm", norm));
    assertEquals(norm.equals("batch"), ((Network) model).mixesRows());
    ModelParameters parameters = model.initialise(new RandomStream(1));
    Examples stripes = stripes(120);
    new LocalTrainer(model, new Sgd(0.1f), 10, 10)
        .train(parameters, stripes, new RandomStream(2), new RunControl());
    double accuracy = new Evaluator(model).evaluate(parameters, stripes).values().get("accuracy");
    assertTrue(accuracy > 0.95, "found " + accuracy);
  }

  /** Class 1 lies, class 0 stands; where the stripes begin tells nothing. */
  private static Examples stripes(int rows) {
    RandomStream random = new RandomStream(7);
    float[] features = new float[rows * 64];
    float[] targets = new float[rows];
    for (int row = 0; row < rows; row++) {
      targets[row] = row % 2;
      int phase = random.nextInt(4);
      for (int i = 0; i < 64; i++) {
        int along = targets[row] == 1 ? i / 8 : i % 8;
        features[row * 64 + i] = (float) ((along + phase) / 2 % 2 + 0.3 * random.nextGaussian());
      }
    }
    return new Examples(64, features, targets);
  }

  @Test
  void featuresThatAreNoImage() {
    assertEquals(
        Problem.atField(
            "data.image",
            "The model 'cnn' works on images, and nothing tells how 64 features make one: set data.image to"
                + " height, width and, unless it is 1, channels, such as [8, 8]."),
        refusal(Inputs.of(64), Map.of()));
  }

  @Test
  void imagesThatBecomeTooSmall() {
    ImageSize small = new ImageSize(8, 8, 1);
    assertEquals(
        Problem.atField(
            "model.kernel",
            "The convolution 2 has a kernel of 5×5 pixels, but its image has only 2×2×32: take larger images,"
                + " fewer convolutions, a smaller kernel, less pooling, or padding same."),
        refusal(Inputs.of(small), Map.of("padding", "valid")));
    assertEquals(
        Problem.atField(
            "model.poolSize",
            "After convolution 2 windows of 5×5 pixels are pooled, but its image has only 1×1×64: take larger"
                + " images, fewer convolutions, a smaller window, or pooling none."),
        refusal(Inputs.of(small), Map.of("poolSize", 5)));
  }

  @Test
  void channelsThatMakeNoGroups() {
    assertEquals(
        Problem.atField(
            "model.groups",
            "The convolution 1 gives 32 channels, which can't be divided into 5 groups: choose groups that divide"
                + " the channels of every convolution."),
        refusal(Inputs.of(MNIST), Map.of("norm", "group", "groups", 5)));
  }

  @Test
  void moreThanFitsIntoMemory() {
    Map<String, Object> values = Map.of("pooling", "none", "hidden", List.of(4096.0));
    assertEquals(
        "On images of 8192×8192×1 a layer would give more than 2,147,483,647 values: take fewer channels, or"
            + " smaller images.",
        refusal(Inputs.of(new ImageSize(8192, 8192, 1)), values).message());
    Problem problem = refusal(Inputs.of(new ImageSize(4096, 4096, 1)), values);
    assertEquals("model.id", problem.path());
    assertTrue(problem.message().matches("The model has [0-9,]+ parameters, .* GB.*"), problem.message());
  }

  @Test
  void aBatchThatDoesNotFitIntoMemory() {
    Model model = cnn(new ImageSize(2000, 2000, 1), Map.of("hidden", List.of(), "poolSize", 31));
    ModelParameters parameters = model.initialise(new RandomStream(1));
    Examples rows = new Examples(4_000_000, new float[40_000_000], new float[10]);
    LocalTrainer trainer = new LocalTrainer(model, new Sgd(0.1f), 1, 100_000);
    Problem problem =
        assertThrows(
                InvalidInputException.class,
                () -> trainer.train(parameters, rows, new RandomStream(2), new RunControl()))
            .problems()
            .get(0);
    assertEquals("training.batchSize", problem.path());
    assertTrue(problem.message().startsWith("A batch of 10 rows needs "), problem.message());
  }

  @Test
  void aPresetSetsItsFieldsItself() {
    assertEquals(List.of(), check(Map.of("preset", "lenet5", "norm", "group")));
    assertEquals(
        List.of(
            Problem.atField(
                "model.kernel",
                "The preset lenet5 sets this itself: take the field out, or set preset to custom.")),
        check(Map.of("preset", "lenet5", "kernel", 3)));
  }

  @Test
  void listsOfWholeNumbers() {
    assertEquals(
        List.of(
            Problem.atField(
                "model.channels",
                "Found [], but the channels of the convolutions are 1 to 16 whole numbers, such as [32, 64]."),
            Problem.atField(
                "model.hidden",
                "Found [1.5], but the widths of the layers after the convolutions are at most 16 whole numbers,"
                    + " such as [512] or [120, 84].")),
        check(Map.of("channels", List.of(), "hidden", List.of(1.5))));
    assertFalse(
        new CnnFactory().descriptor().parameter("channels").orElseThrow().range().contains(0));
  }

  private static Model cnn(ImageSize image, Map<String, Object> values) {
    return Models.create(Catalog.load(), spec(values), DIGITS, Inputs.of(image));
  }

  private static ComponentSpec spec(Map<String, Object> values) {
    return new ComponentSpec("cnn", new ParameterValues(values));
  }

  private static Problem refusal(Inputs inputs, Map<String, Object> values) {
    List<Problem> problems =
        assertThrows(
                InvalidInputException.class,
                () -> Models.create(Catalog.load(), spec(values), DIGITS, inputs))
            .problems();
    assertEquals(1, problems.size());
    return problems.get(0);
  }

  private static List<Problem> check(Map<String, Object> given) {
    CnnFactory factory = new CnnFactory();
    Map<String, Object> values = new HashMap<>();
    for (ParameterDescriptor parameter : factory.descriptor().parameters()) {
      values.put(parameter.name(), parameter.defaultValue().orElseThrow());
    }
    values.putAll(given);
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      sections.put(kind, new ComponentSpec("none", ParameterValues.NONE));
    }
    sections.put(ComponentKind.MODEL, spec(values));
    return factory.check(new Experiment("Test", "", new Seed(1), sections));
  }
}
