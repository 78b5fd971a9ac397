import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.ExperimentRunner;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.RunRequest;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.run.FileRunRepository;

/**
 * Milliseconds from Stop to the end of a run, its record closed: {@code StopTimes EXPERIMENT STOPS}. Every run is
 * stopped at a random moment after its first round.
 */
public final class StopTimes {

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    String text = Files.readString(file);
    Catalog catalog = Catalog.load();
    Random random = new Random(1);
    double[] times = new double[Integer.parseInt(args[1])];
    for (int i = 0; i < times.length; i++) {
      Path record = Files.createTempDirectory(file.toAbsolutePath().getParent(), "stop").resolve("run");
      CountDownLatch begun = new CountDownLatch(1);
      RunListener listener =
          new RunListener() {
            @Override
            public void round(RoundResult result) {
              if (result.round() == 1) {
                begun.countDown();
              }
            }
          };
      RunRequest request =
          new RunRequest(
              ExperimentReader.read(text, file.toString(), catalog, List.of()).orThrow(),
              text,
              file.toAbsolutePath().getParent(),
              Runtime.getRuntime().availableProcessors());
      RunHandle run =
          new ExperimentRunner(catalog, FileRunRepository.at(record))
              .start(request, listener, ProgressListener.NONE);
      begun.await();
      Thread.sleep(random.nextInt(1500));
      long from = System.nanoTime();
      run.stop();
      run.await();
      times[i] = (System.nanoTime() - from) * 1e-6;
    }
    Arrays.sort(times);
    double longest = times[times.length - 1];
    System.out.printf(
        "median %.0f ms, longest of %d %.0f ms%n", times[times.length / 2], times.length, longest);
  }
}
