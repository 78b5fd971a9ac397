package org.archipelago.bench;

import java.util.concurrent.TimeUnit;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.kernel.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a step does beside the products of dense layers: noise and norms over 199,210 weights (rounded up to
 * lines), ReLU, and for ten images of 14 × 14 × 32 a convolution of 5 × 5 to 64 channels and 2 × 2 max-pooling.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepKernelsBenchmark {

  private static final int FIRST_LINE = 12;
  private static final int WEIGHTS = 199_216;
  private static final int IMAGES = 10;
  private static final int SIDE = 14;
  private static final int CHANNELS = 32;
  private static final int WINDOW = 5;
  private static final int FILTERS = 64;
  private static final int PADDED_ROW = (SIDE + WINDOW - 1) * CHANNELS;

  private final Kernels kernels = Kernels.create();
  private final int[] radii = new int[WEIGHTS / 2 + 16];
  private final int[] angles = new int[WEIGHTS / 2 + 16];
  private final int[] pool = {0, FILTERS, SIDE * FILTERS, (SIDE + 1) * FILTERS};
  private float[] weights;
  private float[] images;
  private int filters;
  private int convolved;
  private int pooled;

  /** Fills the arrays. */
  @Setup
  public void fill() {
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < radii.length; i++) {
      radii[i] = (int) random.nextLong();
      angles[i] = (int) random.nextLong();
    }
    weights = normals(random, FIRST_LINE + WEIGHTS + 16);
    filters = FIRST_LINE + IMAGES * (SIDE + WINDOW - 1) * PADDED_ROW;
    convolved = filters + WINDOW * WINDOW * CHANNELS * FILTERS;
    pooled = convolved + IMAGES * SIDE * SIDE * FILTERS;
    images = normals(random, pooled + SIDE / 2 * FILTERS + 16);
  }

  private static float[] normals(RandomStream random, int length) {
    float[] values = new float[length];
    for (int i = FIRST_LINE; i < length; i++) {
      values[i] = (float) (1e-6 * random.nextGaussian());
    }
    return values;
  }

  /** The noise of DP-SGD's step, without drawing its words. */
  @Benchmark
  public float[] gaussians() {
    kernels.addGaussians(weights, FIRST_LINE, WEIGHTS, radii, angles, 1e-6f);
    return weights;
  }

  /** The norm of an update. */
  @Benchmark
  public double sumOfSquares() {
    return kernels.sumOfSquares(weights, FIRST_LINE, WEIGHTS);
  }

  /** The check at a client's end. */
  @Benchmark
  public boolean finite() {
    return kernels.finite(weights, FIRST_LINE, WEIGHTS);
  }

  /** The activation, in place. */
  @Benchmark
  public float[] relu() {
    kernels.relu(weights, FIRST_LINE, FIRST_LINE, WEIGHTS);
    return weights;
  }

  /** Forward through the convolution: a product for each row of each image and each row of the window. */
  @Benchmark
  public float[] convolve() {
    for (int line = 0; line < IMAGES * SIDE; line++) {
      int above = line / SIDE * (SIDE + WINDOW - 1) + line % SIDE;
      for (int row = 0; row < WINDOW; row++) {
        kernels.multiplyAdd(
            images, SIDE, FILTERS, WINDOW * CHANNELS,
            FIRST_LINE + (above + row) * PADDED_ROW, CHANNELS, 1,
            filters + row * WINDOW * CHANNELS * FILTERS, FILTERS,
            convolved + line * SIDE * FILTERS, FILTERS);
      }
    }
    return images;
  }

  /** The largest of each 2 × 2 pixels. */
  @Benchmark
  public float[] maxPool() {
    for (int line = 0; line < IMAGES * SIDE; line += 2) {
      kernels.maxima(
          images, SIDE / 2, convolved + line * SIDE * FILTERS, 2 * FILTERS, pool, pooled, FILTERS);
    }
    return images;
  }
}
