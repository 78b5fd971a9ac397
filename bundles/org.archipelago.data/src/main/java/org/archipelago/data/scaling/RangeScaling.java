package org.archipelago.data.scaling;

import java.util.List;
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
 * Takes one range, given by the user for all numeric columns, to [0, 1]. Looks at no data; values
 * outside the range land outside [0, 1].
 */
@Component(service = ComponentFactory.class)
public final class RangeScaling implements ScalingFactory {

  /** Stable id in files. */
  public static final String ID = "range";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.SCALING,
          ID,
          "Public range",
          "A range known beforehand, the same for all numeric columns, is taken to 0 to 1.",
          "",
          List.of(
              ParameterDescriptor.number("minimum", Range.ANY, "The value that becomes 0."),
              ParameterDescriptor.number("maximum", Range.ANY, "The value that becomes 1.")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scaling create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Affine map = toUnit(new ValueRange(values.number("minimum"), values.number("maximum")));
    return (publicRange, clientSums) -> map;
  }

  /** What is wrong with the two values together. */
  public static List<Problem> problems(ParameterValues values) {
    double minimum = values.number("minimum");
    double maximum = values.number("maximum");
    if (minimum < maximum && Double.isFinite(maximum - minimum)) {
      return List.of();
    }
    return List.of(
        Problem.atField(
            "data.scaling.maximum",
            "The maximum must be greater than the minimum, but %s is not greater than %s."
                .formatted(maximum, minimum)));
  }

  /** The map that takes the range to [0, 1]. */
  static Affine toUnit(ValueRange range) {
    return new Affine(range.minimum(), range.maximum() - range.minimum());
  }
}
