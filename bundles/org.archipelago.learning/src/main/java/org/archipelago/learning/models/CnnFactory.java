package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.core.Experiment;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Inputs;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.network.Activation;
import org.archipelago.learning.network.Network;
import org.archipelago.learning.network.Padding;
import org.osgi.service.component.annotations.Component;

/**
 * Offers convolutional networks, for classes and for numbers: networks known from papers, or convolutions and
 * dense layers of one's own choice.
 */
@Component(service = ComponentFactory.class)
public final class CnnFactory implements ModelFactory {

  static final String PRESET = "preset";
  static final String CHANNELS = "channels";
  static final String KERNEL = "kernel";
  static final String PADDING = "padding";
  static final String POOLING = "pooling";
  static final String POOL_SIZE = "poolSize";
  static final String HIDDEN = "hidden";
  static final String ACTIVATION = "activation";
  static final String NORM = "norm";
  static final String GROUPS = "groups";
  static final String DROPOUT = "dropout";

  private static final int MOST_LAYERS = 16;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.MODEL,
          "cnn",
          "CNN",
          "Convolutional network for images: convolutions with pooling, then fully connected layers.",
          "Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 9",
          parameters());

  private static List<ParameterDescriptor> parameters() {
    List<ParameterDescriptor> parameters = new ArrayList<>();
    parameters.add(
        ParameterDescriptor.choice(
                PRESET,
                CnnPreset.ids(),
                "A network known from a paper, which sets the fields down to the activation; custom to set"
                    + " them oneself.")
            .withDefault(CnnPreset.CUSTOM)
            .withSource(
                "mcmahan: McMahan et al. 2017, Communication-efficient learning of deep networks from"
                    + " decentralized data, section 3; lenet5: LeCun et al. 1998, Gradient-based learning"
                    + " applied to document recognition"));
    parameters.add(
        ParameterDescriptor.numbers(
                CHANNELS,
                Range.between(1, 1024),
                "Channels that each convolution gives, first to last: 1 to 16 whole numbers.")
            .withDefault(List.of(32.0, 64.0)));
    parameters.add(
        ParameterDescriptor.integer(
                KERNEL, Range.between(1, 31), "Pixels along a side of each convolution's kernel.")
            .withDefault(5)
            .withUnit("pixels"));
    parameters.add(
        ParameterDescriptor.choice(
                PADDING,
                Stream.of(Padding.SAME, Padding.VALID).map(Padding::id).toList(),
                "Whether a convolution keeps the size of its image by zeros around it (same), or stays"
                    + " inside (valid).")
            .withDefault(Padding.SAME.id()));
    parameters.add(
        ParameterDescriptor.choice(
                POOLING,
                List.of(CnnPlan.MAX, CnnPlan.AVERAGE, CnnPlan.NONE),
                "What is taken of each window after a convolution.")
            .withDefault(CnnPlan.MAX));
    parameters.add(
        ParameterDescriptor.integer(
                POOL_SIZE, Range.between(1, 31), "Pixels along a side of the window that is pooled.")
            .withDefault(2)
            .withUnit("pixels"));
    parameters.add(
        ParameterDescriptor.numbers(
                HIDDEN,
                Range.between(1, 4096),
                "Widths of the fully connected layers after the convolutions, first to last: at most 16"
                    + " whole numbers, or none.")
            .withDefault(List.of(512.0))
            .withUnit("units"));
    parameters.add(
        ParameterDescriptor.choice(
                ACTIVATION,
                Stream.of(Activation.values()).map(Activation::id).toList(),
                "What each convolution and hidden layer applies to its sums.")
            .withDefault(Activation.RELU.id())
            .withSource("Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.3"));
    parameters.add(
        ParameterDescriptor.choice(
                NORM,
                List.of(CnnPlan.NONE, CnnPlan.GROUP, CnnPlan.BATCH),
                "What normalises the sums of each convolution: group norm sees each image by itself, batch"
                    + " norm the whole batch, and keeps statistics of the clients' data in the model.")
            .withDefault(CnnPlan.NONE)
            .withSource("Wu and He 2018, Group normalization; Ioffe and Szegedy 2015, Batch normalization"));
    parameters.add(
        ParameterDescriptor.integer(
                GROUPS, Range.between(1, 1024), "Groups of channels for group norm.")
            .withDefault(2));
    parameters.add(
        ParameterDescriptor.number(
                DROPOUT,
                Range.between(0, 0.95),
                "Probability with which a hidden unit is left out of a training step; 0 for none.")
            .withDefault(0.0)
            .withSource(
                "Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from"
                    + " overfitting"));
    parameters.addAll(LossParameters.FOR_CLASSES);
    parameters.addAll(LossParameters.FOR_NUMBERS);
    return parameters;
  }

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    ParameterValues values = experiment.section(ComponentKind.MODEL).parameters();
    if (!values.text(PRESET).equals(CnnPreset.CUSTOM)) {
      return CnnPreset.FIELDS.stream().flatMap(field -> presetBroken(values, field).stream()).toList();
    }
    List<Problem> problems = new ArrayList<>();
    List<Double> channels = values.numbers(CHANNELS);
    if (!whole(channels) || channels.isEmpty()) {
      problems.add(
          Problem.atField(
              "model." + CHANNELS,
              "Found %s, but the channels of the convolutions are 1 to %d whole numbers, such as [32, 64]."
                  .formatted(channels, MOST_LAYERS)));
    }
    List<Double> hidden = values.numbers(HIDDEN);
    if (!whole(hidden)) {
      problems.add(
          Problem.atField(
              "model." + HIDDEN,
              ("Found %s, but the widths of the layers after the convolutions are at most %d whole numbers,"
                      + " such as [512] or [120, 84].")
                  .formatted(hidden, MOST_LAYERS)));
    }
    return problems;
  }

  private static boolean whole(List<Double> numbers) {
    return numbers.size() <= MOST_LAYERS && numbers.stream().allMatch(number -> number == Math.rint(number));
  }

  private static Optional<Problem> presetBroken(ParameterValues values, String field) {
    Object usual = DESCRIPTOR.parameter(field).orElseThrow().defaultValue().orElseThrow();
    Object found = values.asMap().get(field);
    return found == null || found.equals(usual)
        ? Optional.empty()
        : Optional.of(
            Problem.atField(
                "model." + field,
                "The preset %s sets this itself: take the field out, or set preset to custom."
                    .formatted(values.text(PRESET))));
  }

  @Override
  public boolean supports(Task.Kind kind) {
    return kind != Task.Kind.TAGGING;
  }

  @Override
  public Model create(ParameterValues given, Task task, Inputs inputs) {
    ParameterValues values = DESCRIPTOR.withDefaults(given);
    ImageSize image = inputs.image().orElseThrow(() -> noImage(inputs.columns()));
    CnnPlan plan = CnnPreset.plan(values);
    try {
      return new Network(
          "CNN with " + plan.activation().title() + " on " + image,
          task,
          new CnnLayers(plan, values).on(image, task),
          LossParameters.head(values, task));
    } catch (IllegalArgumentException e) {
      throw tooLarge(image);
    }
  }

  private static InvalidInputException tooLarge(ImageSize image) {
    return new InvalidInputException(
        Problem.atField(
            "model." + CHANNELS,
            ("On images of %s a layer would give more than 2,147,483,647 values: take fewer channels, or smaller"
                    + " images.")
                .formatted(image)));
  }

  private static InvalidInputException noImage(int columns) {
    int side = (int) Math.round(Math.sqrt(columns));
    String example = side * side == columns ? "[%d, %d]".formatted(side, side) : "[28, 28, 3]";
    return new InvalidInputException(
        Problem.atField(
            "data.image",
            ("The model 'cnn' works on images, and nothing tells how %d features make one: set data.image to"
                    + " height, width and, unless it is 1, channels, such as %s.")
                .formatted(columns, example)));
  }
}
