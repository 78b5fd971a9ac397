import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.archipelago.charts.Axis;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.Curve;
import org.archipelago.charts.Theme;
import org.archipelago.core.Seed;
import org.archipelago.results.Format;
import org.archipelago.results.Series;

/** Draws charts again and again, panning as a hand would, and prints how long a frame takes. */
final class ChartFrames {

  private static final int WARM_UP = 10;

  /** A chart in a view, at a size. */
  private record Scene(String name, ChartSpec spec, ChartView view, int width, int height, double scale) {}

  public static void main(String[] arguments) {
    int frames = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    System.out.printf("%-52s %10s %9s %9s%n", "chart", "pixels", "median", "95 %");
    for (Scene scene : scenes()) {
      double[] millis = new double[frames];
      for (int i = -WARM_UP; i < frames; i++) {
        long start = System.nanoTime();
        ChartView view = scene.view().panned(scene.spec(), 0.01 * (i % 20 - 10), 0);
        ChartRenderer.picture(
            scene.spec(), view, scene.width(), scene.height(), scene.scale(), Theme.LIGHT);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT, "%-52s %10s %6.1f ms %6.1f ms%n", scene.name(),
          Math.round(scene.width() * scene.scale()) + "x" + Math.round(scene.height() * scene.scale()),
          millis[frames / 2], millis[frames * 95 / 100]);
    }
  }

  private static List<Scene> scenes() {
    ChartSpec usual = chart(3, 0, 51);
    ChartSpec long_ = chart(3, 0, 10_001);
    ChartSpec clients = chart(3, 1_000, 51);
    ChartSpec longClients = chart(3, 1_000, 1_001);
    ChartView plain = ChartView.PLAIN;
    List<Scene> scenes = new ArrayList<>();
    for (double scale : new double[] {1, 2}) {
      scenes.add(new Scene("3 curves of 51 points", usual, plain, 430, 390, scale));
      scenes.add(new Scene("3 curves of 10,001 points", long_, plain, 430, 390, scale));
      scenes.add(new Scene("the same, smoothed", long_, plain.withSmoothing(0.9), 430, 390, scale));
      scenes.add(new Scene("the same, a tenth of it", long_, tenth(long_), 430, 390, scale));
      scenes.add(new Scene("3 curves of 10,001 points, whole window", long_, plain, 1280, 800, scale));
      scenes.add(new Scene("1,000 clients' curves of 51 points", clients, plain, 430, 390, scale));
      scenes.add(new Scene("the same, a tenth of it", clients, tenth(clients), 430, 390, scale));
      scenes.add(new Scene("1,000 clients' curves of 1,001 points", longClients, plain, 430, 390, scale));
      scenes.add(new Scene("the same, a tenth of it", longClients, tenth(longClients), 430, 390, scale));
      scenes.add(
          new Scene("1,000 clients' curves of 51 points, whole window", clients, plain, 1280, 800, scale));
    }
    return scenes;
  }

  private static ChartView tenth(ChartSpec spec) {
    return ChartView.PLAIN.zoomed(spec, 10, 2, spec.curves().get(0).series().lastX() / 2, 0.5);
  }

  private static ChartSpec chart(int curves, int clients, int points) {
    List<Curve> all = new ArrayList<>();
    IntStream.range(0, curves).forEach(i -> all.add(new Curve("Curve " + i, series(i, points), i, "0.21")));
    IntStream.range(0, clients).forEach(i ->
        all.add(Curve.ofMany("Each client", "client-" + i, series(curves + i, points), 4)));
    return new ChartSpec("Loss", "", "Round", points - 1,
        new Axis("Mean loss a row", "", Axis.Rule.VALUES, false, Format::plain), all, List.of(), List.of(), "");
  }

  private static Series series(int number, int points) {
    var random = new Seed(42).stream("benchmark", 0, number);
    double rest = 0.1 + 0.4 * random.nextDouble();
    double[] x = IntStream.range(0, points).asDoubleStream().toArray();
    double[] y =
        IntStream.range(0, points)
            .mapToDouble(i -> rest + 2 * Math.exp(-8.0 * i / points) + 0.1 * random.nextDouble())
            .toArray();
    return Series.of("s", "", x, y);
  }
}
