package org.archipelago.learning.network;

/**
 * Takes the places of a row for one: what comes after it sees all values at once, place by place.
 *
 * @param input shape of the rows it takes
 */
public record Flatten(Shape input) implements Layer {

  @Override
  public Shape output() {
    return Shape.flat(input.values());
  }

  @Override
  public LayerWorkspace workspace(LayerMemory memory) {
    return input.channels() % Arena.LINE == 0 ? new View() : new Copy(memory);
  }

  private Block as(Shape shape, Block block) {
    int stride = Arena.padded(shape.channels());
    return new Block(block.offset(), block.rows(), shape, stride);
  }

  /** Where places fill whole lines, the values lie side by side already. */
  private final class View implements LayerWorkspace {

    private Block flat;
    private Block image;

    @Override
    public Block forward(Block taken, int rows, Pass pass) {
      if (flat == null || flat.offset() != taken.offset()) {
        flat = as(output(), taken);
      }
      return flat;
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      if (image == null || image.offset() != outputGradient.offset()) {
        image = as(input, outputGradient);
      }
      return inputWanted ? image : null;
    }
  }

  /** Brings the values of all places together. */
  private final class Copy implements LayerWorkspace {

    private final Arena arena;
    private final Block flat;
    private final Block gradient;

    Copy(LayerMemory memory) {
      arena = memory.arena();
      flat = memory.batch(output());
      gradient = memory.batch(input);
    }

    @Override
    public Block forward(Block taken, int rows, Pass pass) {
      for (int row = 0; row < rows; row++) {
        move(taken.at(row), taken.stride(), flat.at(row), input.channels());
      }
      return flat;
    }

    @Override
    public Block backward(Block outputGradient, int rows, boolean inputWanted) {
      for (int row = 0; inputWanted && row < rows; row++) {
        move(outputGradient.at(row), input.channels(), gradient.at(row), gradient.stride());
      }
      return inputWanted ? gradient : null;
    }

    private void move(int from, int fromStep, int to, int toStep) {
      float[] m = arena.data();
      for (int place = 0; place < input.positions(); place++) {
        System.arraycopy(m, from + place * fromStep, m, to + place * toStep, input.channels());
      }
    }
  }
}
