package org.archipelago.learning.models;

import java.util.List;
import java.util.function.Supplier;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.learning.network.BinaryCrossEntropy;
import org.archipelago.learning.network.Huber;
import org.archipelago.learning.network.LossHead;
import org.archipelago.learning.network.SoftmaxCrossEntropy;
import org.archipelago.learning.network.SquaredError;

/** The parameters by which a model's loss is chosen, and the loss that they ask for. */
final class LossParameters {

  private static final String CLASS_LOSS = "classLoss";
  private static final String CROSS_ENTROPY = "crossEntropy";
  private static final String BINARY = "binaryCrossEntropy";
  private static final String SMOOTHING = "labelSmoothing";
  private static final String CLASS_WEIGHTS = "classWeights";
  private static final String NUMBER_LOSS = "numberLoss";
  private static final String SQUARED = "squared";
  private static final String HUBER = "huber";
  private static final String DELTA = "huberDelta";

  static final List<ParameterDescriptor> FOR_CLASSES =
      List.of(
          ParameterDescriptor.choice(
                  CLASS_LOSS,
                  List.of(CROSS_ENTROPY, BINARY),
                  "What training on classes minimises: the cross-entropy of all classes together, or of"
                      + " each class against the rest.")
              .withDefault(CROSS_ENTROPY)
              .withSource("Bishop 2006, Pattern Recognition and Machine Learning, section 4.3"),
          ParameterDescriptor.number(
                  SMOOTHING,
                  Range.between(0, 0.99),
                  "Share of a row's target that is spread over all classes; 0 for none.")
              .withDefault(0.0)
              .withSource(
                  "Szegedy et al. 2016, Rethinking the inception architecture for computer vision,"
                      + " section 7"),
          ParameterDescriptor.numbers(
                  CLASS_WEIGHTS,
                  Range.between(0, 1e6),
                  "Factor on the loss of each class's rows, in the order of the classes; empty for 1"
                      + " everywhere.")
              .withDefault(List.of()));

  static final List<ParameterDescriptor> FOR_NUMBERS =
      List.of(
          ParameterDescriptor.choice(
                  NUMBER_LOSS,
                  List.of(SQUARED, HUBER),
                  "What training on a number minimises: the squared error, or Huber's loss, on which"
                      + " outliers pull less.")
              .withDefault(SQUARED)
              .withSource("Huber 1964, Robust estimation of a location parameter"),
          ParameterDescriptor.number(
                  DELTA,
                  Range.above(0, 1e6),
                  "Error beyond which Huber's loss grows in a straight line, in standard deviations of a"
                      + " scaled target.")
              .withDefault(1.0));

  private LossParameters() {}

  /**
   * @throws InvalidInputException if there are class weights, but not one for each class, or none above 0
   */
  static Supplier<LossHead> head(ParameterValues values, Task task) {
    if (task.kind() == Task.Kind.REGRESSION) {
      if (HUBER.equals(text(values, NUMBER_LOSS))) {
        double delta = values.number(DELTA);
        return () -> new Huber(delta);
      }
      return SquaredError::new;
    }
    double[] weights = weights(values, task);
    double smoothing = values.has(SMOOTHING) ? values.number(SMOOTHING) : 0;
    return BINARY.equals(text(values, CLASS_LOSS))
        ? () -> new BinaryCrossEntropy(smoothing, weights)
        : () -> new SoftmaxCrossEntropy(task.outputs(), smoothing, weights);
  }

  private static String text(ParameterValues values, String name) {
    return values.has(name) ? values.text(name) : "";
  }

  private static double[] weights(ParameterValues values, Task task) {
    List<Double> weights = values.has(CLASS_WEIGHTS) ? values.numbers(CLASS_WEIGHTS) : List.of();
    boolean fit = weights.size() == task.classes().size() && weights.stream().anyMatch(w -> w > 0);
    if (!weights.isEmpty() && !fit) {
      throw new InvalidInputException(
          Problem.atField(
              "model." + CLASS_WEIGHTS,
              "Found %d weights, but the target '%s' has %d classes (%s): give one weight for each, at least"
                  .formatted(
                      weights.size(),
                      task.target(),
                      task.classes().size(),
                      String.join(", ", task.classes().subList(0, Math.min(5, task.classes().size()))))
                  + " one above 0, or none at all."));
    }
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
