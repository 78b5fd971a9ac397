package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.ImageSize;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * A convolution of images (LeCun et al. 1998, "Gradient-based learning applied to document recognition"); a
 * cross-correlation, as everywhere in this field: the kernel is not turned.
 *
 * <p>Its tensors are {@code <name>.weight}, of shape [kernel, kernel, channels, outputs], rows first, and
 * {@code <name>.bias}, of shape [outputs]. Weights start Glorot-uniform, in
 * ±√(6 / (kernel² · (channels + outputs))), biases at zero.
 *
 * @param name prefix of the tensors' names, such as {@code conv1}
 * @param image size of the images it takes
 * @param outputs channels it gives, at least 1
 * @param kernel pixels along a side of the kernel
 * @param stride pixels from one place of the kernel to the next
 * @param padding what happens at the border
 */
public record Convolution(
    String name, ImageSize image, int outputs, int kernel, int stride, Padding padding)
    implements Layer {

  /** @throws IllegalArgumentException if the kernel does not fit into the image */
  public Convolution {
    new Window(image, kernel, stride, padding);
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "layer %s needs at least 1 output, but has %d".formatted(name, outputs));
    }
  }

  Window window() {
    return new Window(image, kernel, stride, padding);
  }

  /** Size of the images it gives. */
  public ImageSize outputImage() {
    return window().output(outputs);
  }

  @Override
  public Shape input() {
    return Shape.of(image);
  }

  @Override
  public Shape output() {
    return Shape.of(outputImage());
  }

  @Override
  public String label() {
    return outputImage().toString();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.trained(name + ".weight", kernel, kernel, image.channels(), outputs),
        ParameterSpec.trained(name + ".bias", outputs));
  }

  @Override
  public List<Tensor> initialise(RandomStream random) {
    int channels = image.channels();
    double limit = Math.sqrt(6.0 / ((double) kernel * kernel * (channels + outputs)));
    Tensor weight = Tensor.zeros(name + ".weight", kernel, kernel, channels, outputs);
    float[] values = weight.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return List.of(weight, Tensor.zeros(name + ".bias", outputs));
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return new ConvolutionWorkspace(this, memory);
  }
}
