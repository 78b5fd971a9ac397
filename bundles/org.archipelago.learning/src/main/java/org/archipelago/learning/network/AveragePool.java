package org.archipelago.learning.network;

import org.archipelago.core.ImageSize;
import org.archipelago.learning.kernel.Kernels;

/**
 * The mean of each channel under a square window. Pixels at the lower and right border that make no whole window
 * are left out.
 *
 * @param image size of the images it takes
 * @param size pixels along a side of the window
 * @param stride pixels from one place of the window to the next
 */
public record AveragePool(ImageSize image, int size, int stride) implements Layer {

  /** @throws IllegalArgumentException if the window does not fit into the image */
  public AveragePool {
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

  /** A mean is a sum of products with the share of one pixel, row by row of the window. */
  private final class Workspace implements LayerWorkspace {

    private final Arena arena;
    private final Kernels kernels;
    private final Block output;
    private final Block inputGradient;
    private final Block share;
    private final ImageSize pooled = outputImage();

    Workspace(LayerMemory memory) {
      arena = memory.arena();
      kernels = memory.kernels();
      output = memory.batch(output());
      inputGradient = memory.batch(input());
      share = arena.rows(1, Shape.flat(1));
    }

    @Override
    public Block forward(Block input, int rows, Pass pass) {
      arena.data()[share.offset()] = 1f / (size * size);
      arena.clear(output, rows);
      for (int row = 0; row < rows; row++) {
        for (int place = 0; place < pooled.pixels(); place++) {
          int to = output.at(row) + place * output.stride();
          for (int k = 0; k < size; k++) {
            product(1, size, windowAt(input, row, place, k), input.stride(), to, output.stride());
          }
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
        for (int place = 0; place < pooled.pixels(); place++) {
          int from = outputGradient.at(row) + place * outputGradient.stride();
          for (int k = 0; k < size; k++) {
            int to = windowAt(inputGradient, row, place, k);
            product(size, 1, from, outputGradient.stride(), to, inputGradient.stride());
          }
        }
      }
      return inputGradient;
    }

    private void product(int rows, int inner, int from, int fromStep, int to, int toStep) {
      kernels.multiplyAdd(
          arena.data(),
          rows,
          image.channels(),
          inner,
          share.offset(),
          0,
          0,
          from,
          fromStep,
          to,
          toStep);
    }

    /** Where row k of the window begins. */
    private int windowAt(Block block, int row, int place, int k) {
      int y = place / pooled.width() * stride + k;
      int x = place % pooled.width() * stride;
      return block.at(row) + (y * image.width() + x) * block.stride();
    }
  }
}
