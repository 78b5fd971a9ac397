package org.archipelago.data.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Table;

/**
 * synthetic(α, β) of Li et al. 2020, section 5.1 and appendix C.1: client k has the model argmax(softmax(W x + b)) with
 * the entries of W and b from N(u, 1), u from N(0, α), and features from N(v, Σ), Σ diagonal with j^-1.2, the entries of
 * v from N(B, 1), B from N(0, β). As in the authors' code (github.com/litian96/FedProx, data/synthetic_1_1), α and β are
 * deviations, and a client has 50 rows and as many more as a log-normal draw of (4, 2) says. Where all clients are
 * alike, W and b are drawn once from N(0, 1), and v is 0.
 */
final class FedProxData {

  /** The column that says whose a row is. */
  static final String CLIENT = "client";

  private static final int FEWEST_ROWS = 50;
  private static final double LOG_MEAN = 4;
  private static final double LOG_DEVIATION = 2;
  private static final double DECAY = -1.2;

  private final String name;
  private final ParameterValues values;
  private final Seed seed;
  private final int clients;
  private final int classes;
  private final double[][] features;
  private final int[] labels;
  private final String[] owners;
  private final int[] sizes;

  FedProxData(String name, ParameterValues values) {
    this.name = name;
    this.values = values;
    this.seed = new Seed(values.integer("seed"));
    this.clients = values.integer("clients");
    this.classes = values.integer("classes");
    this.sizes = sizes();
    int dimension = values.integer("dimension");
    long rows = Arrays.stream(sizes).asLongStream().sum();
    Table.requireMemory(name, rows, dimension + 2);
    this.features = new double[dimension][(int) rows];
    this.labels = new int[(int) rows];
    this.owners = new String[(int) rows];
  }

  Table table() {
    int digits = Integer.toString(clients).length();
    Model common = new Model(seed.stream("synthetic model"), 0);
    int row = 0;
    for (int client = 0; client < clients; client++) {
      String owner = String.format(Locale.ROOT, "client %0" + digits + "d", client + 1);
      Arrays.fill(owners, row, row + sizes[client], owner);
      generate(client, common, row);
      row += sizes[client];
    }
    return Generator.table(
        name,
        SyntheticKind.FEDPROX,
        List.of(CategoricalColumn.of(CLIENT, List.of(owners))),
        features,
        Generator.labels(labels));
  }

  private void generate(int client, Model common, int first) {
    boolean alike = values.flag("iid");
    RandomStream random = seed.stream("synthetic", 0, client);
    double modelMean = values.number("alpha") * random.nextGaussian();
    double featureMean = values.number("beta") * random.nextGaussian();
    Model model = alike ? common : new Model(random, modelMean);
    double[] centre = new double[features.length];
    Arrays.setAll(centre, j -> alike ? 0 : featureMean + random.nextGaussian());
    double[] x = new double[features.length];
    for (int row = first; row < first + sizes[client]; row++) {
      for (int j = 0; j < x.length; j++) {
        x[j] = centre[j] + StrictMath.sqrt(StrictMath.pow(j + 1, DECAY)) * random.nextGaussian();
        features[j][row] = x[j];
      }
      labels[row] = model.classOf(x);
    }
  }

  private int[] sizes() {
    RandomStream random = seed.stream("synthetic sizes");
    double[] drawn = new double[clients];
    Arrays.setAll(
        drawn,
        k ->
            FEWEST_ROWS
                + Math.floor(StrictMath.exp(LOG_MEAN + LOG_DEVIATION * random.nextGaussian())));
    int asked = values.integer("rows");
    double scale = asked == 0 ? 1 : Math.max(0, asked - clients) / Arrays.stream(drawn).sum();
    int[] sizes = new int[clients];
    Arrays.setAll(sizes, k -> asked == 0 ? (int) drawn[k] : 1 + (int) (scale * drawn[k]));
    for (int k = 0, left = asked - Arrays.stream(sizes).sum(); asked > 0 && left > 0; left--) {
      sizes[k++ % clients]++;
    }
    return sizes;
  }

  /** A linear model of the classes. */
  private final class Model {

    private final double[][] weights = new double[classes][values.integer("dimension")];
    private final double[] biases = new double[classes];

    Model(RandomStream random, double mean) {
      for (int label = 0; label < classes; label++) {
        Arrays.setAll(weights[label], j -> mean + random.nextGaussian());
        biases[label] = mean + random.nextGaussian();
      }
    }

    int classOf(double[] x) {
      int best = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int label = 0; label < classes; label++) {
        double score = biases[label];
        for (int j = 0; j < x.length; j++) {
          score += weights[label][j] * x[j];
        }
        if (score > highest) {
          highest = score;
          best = label;
        }
      }
      return best;
    }
  }
}
