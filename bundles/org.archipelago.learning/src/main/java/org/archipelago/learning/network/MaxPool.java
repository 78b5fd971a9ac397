package org.archipelago.learning.network;

import org.archipelago.core.ImageSize;
import org.archipelago.learning.kernel.Kernels;

/**
 * The largest value of each channel under a square window; the gradient goes to where the first of the largest
 * stood. Pixels at the lower and right border that make no whole window are left out.
 *
 * @param image size of the images it takes
 * @param size pixels along a side of the window
 * @param stride pixels from one place of the window to the next
 */
public record MaxPool(ImageSize image, int size, int stride) implements Layer {

  /** @throws IllegalArgumentException if the window does not fit into the image */
  public MaxPool {
    new Window(image, size, stride, Padding.VALID);
  }

  /** Size of the images it gives. */
  public ImageSize outputImage() {
    return new Window(image, size, stride, Padding.VALID).output(image.channels());
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
  public LayerWorkspace workspace(LayerMemory memory) {
    return new Workspace(memory);
  }

  private final class Workspace implements LayerWorkspace {

    private final Arena arena;
    private final Kernels kernels;
    private final Block output;
    private final Block inputGradient;
    private final int[] window = new int[size * size];
    private final ImageSize pooled = outputImage();
    private Block taken;

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      kernels = memory.kernels();
      output = memory.batch(output());
      inputGradient = memory.batch(input());
      for (int i = 0; i < window.length; i++) {
        window[i] = (i / size * image.width() + i % size) * inputGradient.stride();
      }
    }

    @Override
    public Block forward(Block input, int rows, Pass pass) {
      taken = input;
      for (int row = 0; row < rows; row++) {
        for (int y = 0; y < pooled.height(); y++) {
          kernels.maxima(
              arena.data(),
              pooled.width(),
              inputAt(taken, row, y),
              stride * taken.stride(),
              window,
              outputAt(output, row, y),
              output.stride());
        }
      }
      return output;
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      if (!inputWanted) {
        return null;
      }
      arena.clear(inputGradient, rows);
      for (int row = 0; row < rows; row++) {
        for (int y = 0; y < pooled.height(); y++) {
          kernels.addToMaxima(
              arena.data(),
              pooled.width(),
              inputAt(taken, row, y),
              stride * taken.stride(),
              window,
              outputAt(output, row, y),
              outputAt(outputGradient, row, y),
              inputAt(inputGradient, row, y),
              output.stride());
        }
      }
      return inputGradient;
    }

    private int inputAt(Block block, int row, int y) {
      return block.at(row) + y * stride * image.width() * block.stride();
    }

    private int outputAt(Block block, int row, int y) {
      return block.at(row) + y * pooled.width() * block.stride();
    }
  }
}
