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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The products of a dense layer of 784 × 200 and of its successor, as {@code releng/bench/kernels} runs them
 * with vectors and in plain Java.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelsBenchmark {

  private static final int INPUTS = 784;
  private static final int OUTPUTS = 200;
  private static final int STRIDE = 208;

  /** Rows of a batch. */
  @Param({"10", "50", "600"})
  public int batch;

  /** Share of the inputs that are not 0. */
  @Param({"1", "0.2"})
  public double density;

  private final Kernels kernels = Kernels.create();
  private float[] m;
  private int input;
  private int weight;
  private int output;
  private int transposed;

  /** Fills the array. */
  @Setup
  public void fill() {
    input = 12;
    weight = input + batch * INPUTS;
    output = weight + INPUTS * STRIDE;
    transposed = output + batch * STRIDE;
    m = new float[transposed + STRIDE * STRIDE + 16];
    RandomStream random = new RandomStream(1);
    for (int i = input; i < transposed; i++) {
      boolean zero = i < weight && random.nextDouble() >= density;
      m[i] = zero ? 0 : (float) (1e-6 * random.nextGaussian());
    }
  }

  /** Outputs from inputs. */
  @Benchmark
  public float[] forward() {
    kernels.multiplyAdd(
        m, batch, OUTPUTS, INPUTS, input, INPUTS, 1, weight, STRIDE, output, STRIDE);
    return m;
  }

  /** The scaled gradient, added to the weights. */
  @Benchmark
  public float[] update() {
    kernels.multiplyAdd(
        m, INPUTS, OUTPUTS, batch, input, 1, INPUTS, output, STRIDE, weight, STRIDE);
    return m;
  }

  /** Before the gradient of the input. */
  @Benchmark
  public float[] transpose() {
    kernels.transpose(m, OUTPUTS, OUTPUTS, weight, STRIDE, transposed, STRIDE);
    return m;
  }
}
