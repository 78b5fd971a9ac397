package org.archipelago.data.shift;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.osgi.service.component.annotations.Component;

/**
 * Every client's images are turned by an angle of its own, counter-clockwise about their centre (the rotated MNIST of Ghosh,
 * Chung, Yin and Ramchandran 2020, "An efficient framework for clustered federated learning", with four angles). Values are
 * interpolated between the four nearest pixels; beyond the edge the nearest pixel of the edge goes on.
 */
@Component(service = ComponentFactory.class)
public final class Rotation implements ShiftFactory {

  private static final String ANGLES = "angles";
  private static final String ORDER = "order";
  private static final String IN_TURN = "in-turn";
  private static final String RANDOM = "random";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
            ComponentKind.SHIFT,
            "rotation",
            "Rotation of images",
            "The images of every client are turned by one of several angles.",
            "Ghosh et al. 2020",
            List.of(
                ParameterDescriptor.numbers(
                        ANGLES, Range.between(-360, 360), "The angles that there are, counter-clockwise.")
                    .withDefault(List.of(0.0, 90.0, 180.0, 270.0))
                    .withUnit("degrees"),
                ParameterDescriptor.choice(
                        ORDER,
                        List.of(IN_TURN, RANDOM),
                        "Whether clients take the angles in turn, or each draws one.")
                    .withDefault(IN_TURN)))
        .withNeeds("Images whose size is known.");
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.SHIFT).parameters());
  }

  private static List<Problem> problems(ParameterValues values) {
    return values.numbers(ANGLES).isEmpty()
        ? List.of(Problem.atField("shift." + ANGLES, "At least one angle is needed."))
        : List.of();
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    ImageSize image = setting.requireImage();
    List<Double> angles = values.numbers(ANGLES);
    boolean inTurn = values.text(ORDER).equals(IN_TURN);
    return Optional.of(
        (own, client, round) ->
            turned(
                own,
                image,
                angles.get(inTurn ? client.index() % angles.size() : client.own().nextInt(angles.size()))));
  }

  private static Examples turned(Examples own, ImageSize image, double degrees) {
    if (degrees % 360 == 0) {
      return own;
    }
    Turn turn = Turn.of(image, degrees);
    float[] features = new float[own.features().length];
    for (int row = 0; row < own.rows(); row++) {
      turn.write(own.features(), features, row * own.columns());
    }
    return Changed.features(own, features);
  }
}
