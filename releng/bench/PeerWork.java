import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Inputs;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.learning.DpSgd;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.models.CnnFactory;
import org.archipelago.learning.models.MlpFactory;
import org.archipelago.learning.models.SoftmaxFactory;
import org.archipelago.learning.optimizers.Sgd;

/** Our part of peers: prints milliseconds a step, CPU time of the thread, the best of many passes. */
public final class PeerWork {

  private static final int ROWS = 600;
  private static final long NANOS = 4_000_000_000L;
  private static final long CNN_NANOS = 12_000_000_000L;

  private PeerWork() {}

  /** @param args folder of Fashion-MNIST; then {@code kernels}, or model, batch size and threads */
  public static void main(String[] args) throws Exception {
    if (args[1].equals("kernels")) {
      System.out.println(Kernels.description());
      return;
    }
    Model model = model(args[1]);
    int batch = Integer.parseInt(args[2]);
    int threads = Integer.parseInt(args[3]);
    Optional<DpSgd> privacy =
        Optional.of(new DpSgd(1, args[1].equals("dpnoise") ? 1 : 0, 0)).filter(rule -> args[1].startsWith("dp"));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Double>> best = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      Examples rows = rows(args[0], thread * ROWS);
      Callable<Double> work = () -> best(model, privacy, rows, batch);
      best.add(pool.submit(work));
    }
    double slowest = 0;
    for (Future<Double> one : best) {
      slowest = Math.max(slowest, one.get());
    }
    pool.shutdown();
    System.out.printf(Locale.ROOT, "%.5f%n", slowest);
  }

  private static Model model(String kind) {
    Task task =
        Task.classification("class", IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    Inputs image = Inputs.of(new ImageSize(28, 28, 1));
    return switch (kind) {
      case "softmax" -> new SoftmaxFactory().create(ParameterValues.NONE, task, image);
      case "cnn" ->
          new CnnFactory().create(new ParameterValues(Map.of("preset", "mcmahan")), task, image);
      default ->
          new MlpFactory()
              .create(new ParameterValues(Map.of("hidden", List.of(200.0, 200.0))), task, image);
    };
  }

  private static double best(Model model, Optional<DpSgd> privacy, Examples rows, int batch) {
    LocalTrainer trainer =
        new LocalTrainer(model, new Sgd(0.05f), batch < 300 ? 1 : 3, batch).with(privacy);
    ModelParameters initial = model.initialise(new RandomStream(1));
    ModelParameters parameters = initial.copy();
    double best = Double.POSITIVE_INFINITY;
    long until = cpuTime() + (model.size() > 1_000_000 ? CNN_NANOS : NANOS);
    for (int pass = 0; cpuTime() < until; pass++) {
      if (pass % 20 == 0) {
        parameters.set(initial);
      }
      long begin = cpuTime();
      int steps = trainer.train(parameters, rows, new RandomStream(pass), new RunControl()).steps();
      long passed = cpuTime() - begin;
      best = Math.min(best, passed * 1e-6 / steps);
    }
    return best;
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Examples rows(String folder, int first) throws IOException {
    float[] features = new float[ROWS * 784];
    float[] targets = new float[ROWS];
    try (DataInputStream pixels = open(folder + "/train-images-idx3-ubyte.gz");
        DataInputStream labels = open(folder + "/train-labels-idx1-ubyte.gz")) {
      pixels.skipNBytes(16 + first * 784L);
      labels.skipNBytes(8 + first);
      for (int i = 0; i < features.length; i++) {
        features[i] = pixels.readUnsignedByte() / 255f;
      }
      for (int i = 0; i < ROWS; i++) {
        targets[i] = labels.readUnsignedByte();
      }
    }
    return new Examples(784, features, targets);
  }

  private static DataInputStream open(String file) throws IOException {
    return new DataInputStream(new BufferedInputStream(new GZIPInputStream(new FileInputStream(file))));
  }
}
