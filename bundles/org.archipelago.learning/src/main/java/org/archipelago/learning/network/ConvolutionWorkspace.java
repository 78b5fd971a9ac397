package org.archipelago.learning.network;

import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.kernel.Places;

/**
 * The three products of a {@link Convolution}. Order of the sums: an output starts at its bias and takes the
 * kernel's rows, its columns and the channels in ascending order; an input's gradient starts at 0 and takes the
 * places of the window and at each the outputs in ascending order; a weight's gradient takes the images and in
 * each the places of the window in ascending order, from what the target holds where the kernel is narrow, from
 * 0 where it is wide.
 *
 * <p>A kernel is wide where a row of it holds enough values to be taken from the image as it lies; else the
 * values under the window are brought together first, for each of its places.
 */
final class ConvolutionWorkspace implements LayerWorkspace {

  private static final int WIDE = 48;

  private final Arena arena;
  private final Kernels kernels;
  private final Window window;
  private final int outputs;
  private final int places;
  private final int run;
  private final int runStride;
  private final int step;
  private final boolean wide;
  private final PaddedImages images;
  private final Places windowPlaces;
  private final Places weightPlaces;
  private final Block weight;
  private final Block bias;
  private final Block output;
  private final Block inputGradient;
  private final Block patches;
  private final Block bordered;
  private final Block byOutput;
  private final ConvolutionNorms norms;
  private Block outputGradient;

  ConvolutionWorkspace(Convolution layer, LayerMemory memory) {
    arena = memory.arena();
    kernels = memory.kernels();
    window = layer.window();
    outputs = layer.outputs();
    places = window.rows() * window.columns();
    run = layer.kernel() * layer.image().channels();
    runStride = Arena.padded(run);
    step = layer.stride() * layer.image().channels();
    wide = run >= WIDE;
    images = new PaddedImages(window, memory);
    windowPlaces = images.places();
    weightPlaces = Places.every(layer.kernel() * runStride, outputs, runStride);
    weight = memory.parameters().get(0);
    bias = memory.parameters().get(1);
    output = memory.batch(layer.output());
    inputGradient = memory.batch(layer.input());
    patches = wide ? null : arena.rows(1, Shape.flat(places * layer.kernel() * run));
    bordered = arena.rows(1, Shape.flat(PaddedImages.length(window) + Arena.LINE));
    byOutput = arena.rows(outputs * layer.kernel(), Shape.flat(run));
    int values = layer.kernel() * run;
    norms =
        ConvolutionNorms.areCheaper(places, values, outputs)
            ? new ConvolutionNorms(arena, kernels, places, values, outputs)
            : null;
  }

  @Override
  public Block forward(Block input, int rows, Pass pass) {
    float[] m = arena.data();
    images.take(input, rows);
    for (int i = 0; i < rows * places; i++) {
      System.arraycopy(m, bias.offset(), m, output.offset() + i * output.stride(), output.stride());
    }
    for (int row = 0; row < rows; row++) {
      if (wide) {
        forwardRuns(m, row);
      } else {
        gather(m, row);
        kernels.multiplyAdd(
            m,
            places,
            outputs,
            window.size() * run,
            patches.offset(),
            window.size() * run,
            1,
            weight.offset(),
            weight.stride(),
            output.at(row),
            output.stride());
      }
    }
    return output;
  }

  private void forwardRuns(float[] m, int row) {
    for (int k = 0; k < window.size(); k++) {
      for (int y = 0; y < window.rows(); y++) {
        int first = y * window.columns();
        kernels.multiplyAdd(
            m,
            window.columns(),
            outputs,
            run,
            images.at(row) + windowPlaces.rows()[first] + k * images.rowLength(),
            step,
            1,
            weight.offset() + k * run * weight.stride(),
            weight.stride(),
            output.at(row) + first * output.stride(),
            output.stride());
      }
    }
  }

  /** Brings together what lies under the window at each of its places. */
  private void gather(float[] m, int row) {
    int to = patches.offset();
    for (int place : windowPlaces.rows()) {
      int from = images.at(row) + place;
      for (int k = 0; k < window.size(); k++) {
        for (int i = 0; i < run; i++) {
          m[to++] = m[from + i];
        }
        from += images.rowLength();
      }
    }
  }

  @Override
  public Block backward(Block newOutputGradient, int rows, boolean inputWanted) {
    outputGradient = newOutputGradient;
    if (!inputWanted) {
      return null;
    }
    float[] m = arena.data();
    for (int k = 0; k < window.size(); k++) {
      kernels.transpose(
          m,
          run,
          outputs,
          weight.offset() + k * run * weight.stride(),
          weight.stride(),
          byOutput.at(k),
          window.size() * runStride);
    }
    clearPadding(m);
    for (int row = 0; row < rows; row++) {
      arena.clear(bordered, 1);
      kernels.multiplyAddAt(
          m,
          places,
          run,
          outputs,
          outputGradient.at(row),
          outputGradient.stride(),
          1,
          window.size(),
          byOutput.offset(),
          weightPlaces,
          bordered.offset(),
          windowPlaces);
      images.cut(bordered.offset(), inputGradient, row);
    }
    return inputGradient;
  }

  private void clearPadding(float[] m) {
    for (int row = 0; run < runStride && row < byOutput.rows(); row++) {
      Arrays.fill(m, byOutput.at(row) + run, byOutput.at(row + 1), 0f);
    }
  }

  @Override
  public void addGradient(int from, int to, List<Block> targets) {
    float[] m = arena.data();
    Block weights = targets.get(0);
    if (wide) {
      arena.clear(byOutput, byOutput.rows());
    }
    for (int row = from; row < to; row++) {
      if (wide) {
        addByOutput(m, row);
      } else {
        gather(m, row);
        addPatches(m, row, weights);
      }
    }
    if (wide) {
      addTransposed(m, weights);
    }
    kernels.sumRows(
        m,
        (to - from) * places,
        outputs,
        outputGradient.at(from),
        outputGradient.stride(),
        targets.get(1).offset());
  }

  @Override
  public boolean knowsNorms() {
    return norms != null;
  }

  @Override
  public void addSquaredNorms(int rows, double[] sums) {
    float[] m = arena.data();
    for (int row = 0; row < rows; row++) {
      for (int place = 0; place < places; place++) {
        int from = images.at(row) + windowPlaces.rows()[place];
        for (int value = 0; value < window.size() * run; value++) {
          m[norms.patch(value) + place] = m[from + value / run * images.rowLength() + value % run];
        }
      }
      sums[row] += norms.squared(outputGradient.at(row), outputGradient.stride());
    }
  }

  @Override
  public void scaleRows(int rows, float[] factors) {
    arena.scaleRows(outputGradient, rows, factors);
  }

  private void addByOutput(float[] m, int row) {
    kernels.multiplyAddAt(
        m,
        outputs,
        run,
        places,
        outputGradient.at(row),
        1,
        outputGradient.stride(),
        window.size(),
        images.at(row),
        windowPlaces,
        byOutput.offset(),
        weightPlaces);
  }

  private void addPatches(float[] m, int row, Block weights) {
    kernels.multiplyAdd(
        m,
        window.size() * run,
        outputs,
        places,
        patches.offset(),
        1,
        window.size() * run,
        outputGradient.at(row),
        outputGradient.stride(),
        weights.offset(),
        weights.stride());
  }

  private void addTransposed(float[] m, Block weights) {
    for (int output = 0; output < outputs; output++) {
      int to = weights.offset() + output;
      for (int k = 0; k < window.size(); k++) {
        int from = byOutput.at(output * window.size() + k);
        for (int i = 0; i < run; i++) {
          m[to] += m[from + i];
          to += weights.stride();
        }
      }
    }
  }
}
