package org.archipelago.learning.models;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.network.Activate;
import org.archipelago.learning.network.AveragePool;
import org.archipelago.learning.network.BatchNorm;
import org.archipelago.learning.network.Convolution;
import org.archipelago.learning.network.Dense;
import org.archipelago.learning.network.Dropout;
import org.archipelago.learning.network.Flatten;
import org.archipelago.learning.network.GroupNorm;
import org.archipelago.learning.network.Layer;
import org.archipelago.learning.network.MaxPool;
import org.archipelago.learning.network.Padding;
import org.archipelago.learning.network.Shape;

/** Puts the layers of a convolutional network together, each for what the one before gives. */
final class CnnLayers {

  private final CnnPlan plan;
  private final String norm;
  private final int groups;
  private final double dropout;
  private final List<Layer> layers = new ArrayList<>();

  CnnLayers(CnnPlan plan, ParameterValues values) {
    this.plan = plan;
    norm = values.text(CnnFactory.NORM);
    groups = values.integer(CnnFactory.GROUPS);
    dropout = values.number(CnnFactory.DROPOUT);
  }

  /** @throws InvalidInputException if an image becomes too small, or channels do not make groups */
  List<Layer> on(ImageSize image, Task task) {
    ImageSize at = image;
    for (int i = 0; i < plan.convolutions().size(); i++) {
      at = convolve(i + 1, plan.convolutions().get(i), at);
      at = pool(i + 1, at);
    }
    Shape shape = Shape.of(at);
    layers.add(new Flatten(shape));
    shape = Shape.flat(shape.values());
    int number = 1;
    for (int width : plan.hidden()) {
      layers.add(new Dense("dense" + number++, shape, width));
      shape = Shape.flat(width);
      layers.add(new Activate(plan.activation(), shape));
      if (dropout > 0) {
        layers.add(new Dropout(dropout, shape));
      }
    }
    layers.add(new Dense("dense" + number, shape, task.outputs()));
    return layers;
  }

  private ImageSize convolve(int number, CnnPlan.Convolved step, ImageSize image) {
    int kernel = plan.kernel();
    boolean inside = step.padding() == Padding.VALID;
    if (inside && (image.height() < kernel || image.width() < kernel)) {
      throw problem(
          CnnFactory.KERNEL,
          ("The convolution %d has a kernel of %d×%d pixels, but its image has only %s: take larger images,"
                  + " fewer convolutions, a smaller kernel, less pooling, or padding same.")
              .formatted(number, kernel, kernel, image));
    }
    Convolution layer =
        new Convolution("conv" + number, image, step.channels(), kernel, 1, step.padding());
    layers.add(layer);
    normalise(number, layer.output());
    layers.add(new Activate(plan.activation(), layer.output()));
    return layer.outputImage();
  }

  private void normalise(int number, Shape shape) {
    if (norm.equals(CnnPlan.BATCH)) {
      layers.add(new BatchNorm(BatchNorm.PREFIX + number, shape));
    } else if (norm.equals(CnnPlan.GROUP)) {
      if (shape.channels() % groups != 0) {
        throw problem(
            CnnFactory.GROUPS,
            ("The convolution %d gives %d channels, which can't be divided into %d groups: choose groups that"
                    + " divide the channels of every convolution.")
                .formatted(number, shape.channels(), groups));
      }
      layers.add(new GroupNorm("groupnorm" + number, shape, groups));
    }
  }

  private ImageSize pool(int number, ImageSize image) {
    int size = plan.poolSize();
    if (plan.pooling().equals(CnnPlan.NONE)) {
      return image;
    }
    if (image.height() < size || image.width() < size) {
      throw problem(
          CnnFactory.POOL_SIZE,
          ("After convolution %d windows of %d×%d pixels are pooled, but its image has only %s: take larger"
                  + " images, fewer convolutions, a smaller window, or pooling none.")
              .formatted(number, size, size, image));
    }
    if (plan.pooling().equals(CnnPlan.MAX)) {
      MaxPool layer = new MaxPool(image, size, size);
      layers.add(layer);
      return layer.outputImage();
    }
    AveragePool layer = new AveragePool(image, size, size);
    layers.add(layer);
    return layer.outputImage();
  }

  private static InvalidInputException problem(String field, String message) {
    return new InvalidInputException(Problem.atField("model." + field, message));
  }
}
