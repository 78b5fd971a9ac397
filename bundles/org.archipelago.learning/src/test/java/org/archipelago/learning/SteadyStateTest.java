package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Inputs;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training allocates nothing that grows with model, batch or data once it is under way: what a step leaves
 * behind is counted by the JVM, and is less than its batch by far.
 */
class SteadyStateTest {

  private static final int STEPS = 12;

  /** A few objects of a few words, such as a {@code Pass}. */
  private static final long MOST_BYTES_A_STEP = 1024;

  private static final Task DIGITS =
      Task.classification("digit", IntStream.range(0, 10).mapToObj(Integer::toString).toList());
  private static final Examples ROWS = Fixtures.noise(DIGITS, 64, 784, 3);

  private final Catalog catalog = Catalog.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softmax sgd", "mlp sgd", "mlp momentum", "mlp adam", "mlp proximal", "cnn sgd", "softmax private",
        "mlp private", "cnn private"
      })
  void aStepLeavesNextToNothingBehind(String what) {
    String[] words = what.split(" ");
    Model model = model(words[0]);
    Optional<DpSgd> privacy =
        words[1].equals("private") ? Optional.of(new DpSgd(1, 1, 0.25)) : Optional.empty();
    LocalTrainer few = trainer(model, words[1], STEPS, privacy);
    LocalTrainer more = trainer(model, words[1], 3 * STEPS, privacy);
    long perStep = (allocated(model, more) - allocated(model, few)) / (2 * STEPS);
    assertTrue(perStep <= MOST_BYTES_A_STEP, what + " leaves " + perStep + " bytes a step");
  }

  /** Bytes that this thread allocates in a call, the first call of it left out: it makes the workspace. */
  private static long allocated(Model model, LocalTrainer trainer) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ModelParameters parameters = model.initialise(new RandomStream(1));
    RunControl control = new RunControl();
    trainer.train(parameters, ROWS, new RandomStream(2), control);
    long before = threads.getCurrentThreadAllocatedBytes();
    trainer.train(parameters, ROWS, new RandomStream(2), control);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private LocalTrainer trainer(Model model, String rule, int steps, Optional<DpSgd> privacy) {
    Optimizer optimizer =
        switch (rule) {
          case "momentum" -> optimizer("sgd", Map.of("learningRate", 0.01, "momentum", 0.9));
          case "adam" -> optimizer("adam", Map.of("learningRate", 0.001));
          default -> optimizer("sgd", Map.of("learningRate", 0.01));
        };
    StepRule stepRule = new StepRule(optimizer, 0, 0, rule.equals("proximal") ? 0.1f : 0, Adversary.NONE);
    return new LocalTrainer(
            model, stepRule, new LocalWork(1, steps, 16), Schedule.CONSTANT, Pruning.NONE)
        .with(privacy);
  }

  private Optimizer optimizer(String id, Map<String, Object> values) {
    return catalog
        .get(ComponentKind.OPTIMIZER, id, OptimizerFactory.class)
        .create(new ParameterValues(values));
  }

  private Model model(String id) {
    ParameterValues values =
        switch (id) {
          case "mlp" -> new ParameterValues(Map.of("hidden", List.of(100.0)));
          case "cnn" -> new ParameterValues(Map.of("preset", "lenet5"));
          default -> ParameterValues.NONE;
        };
    Inputs inputs =
        id.equals("cnn") ? Inputs.of(new ImageSize(28, 28, 1)) : Inputs.of(784);
    return Models.create(catalog, new ComponentSpec(id, values), DIGITS, inputs);
  }
}
